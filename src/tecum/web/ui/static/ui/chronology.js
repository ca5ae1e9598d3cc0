// Comfort for "as known on": a slider over the days on which something became known.
// The day can be typed and sent without it.
const form = document.querySelector("form.as-known");
const days = form?.dataset.days ? form.dataset.days.split(" ") : [];
const slider = form?.querySelector("input[type=range]");
const day = form?.querySelector("input[type=date]");

if (slider && days.length > 1) {
  slider.max = String(days.length - 1);
  const at = day.value ? days.findLastIndex((one) => one <= day.value) : days.length - 1;
  slider.value = String(Math.max(at, 0));
  const tell = () => slider.setAttribute("aria-valuetext", days[Number(slider.value)]);
  tell();
  slider.parentElement.hidden = false;
  slider.addEventListener("input", () => { day.value = days[Number(slider.value)]; tell(); });
  slider.addEventListener("change", () => form.requestSubmit());
}
