"""Invented mails, each line marked with whose words it holds.

The first letter of a line says it: ``o`` own, ``q`` quoted, ``f`` passed on, ``s`` signature,
``d`` notice that a server or an office adds, ``x`` a closing (own or signature). The first row
says what the headers say: ``RE`` an answer, ``FW`` passed on, ``--`` neither.
"""

from __future__ import annotations

MAILS: dict[str, str] = {
    "gmail one line": """RE
o Produced today.
q On Mon, Jan 8, 2024 at 9:04 AM Pat Sample <pat@a.example> wrote:
q > Please send the log by January 15.""",
    "gmail wrapped over two lines": """RE
o We object to Request 2.
q On Mon, Jan 8, 2024 at 9:04 AM Pat Sample, Office of the Example Attorney <
q pat.sample@attorney.a.example> wrote:
q
q > Please send the log.
q > Pat""",
    "gmail wrapped over three lines": """RE
o Received.
q On Mon, Jan 8, 2024 at 9:04 AM Pat Sample via Records Portal
q <records-portal-notifications@attorney.state.a.example>
q wrote:
q > Please send the log.""",
    "gmail without marks": """RE
o Noted.
q On Tuesday, March 5, 2024, Kim Sample <kim@b.example> wrote:
q Send all files by Friday.
q Kim""",
    "apple mail": """RE
o Here it is.
q On Mar 5, 2024, at 4:11 PM, Kim Sample <kim@b.example> wrote:
q
q Please send the files.""",
    "apple mail, inline answers": """RE
q On Mar 5, 2024, at 4:11 PM, Kim Sample <kim@b.example> wrote:
q > 1. Where is the log?
o It is enclosed.
q > 2. Who keeps it?
o The clerk does.""",
    "thunderbird": """RE
q On 05/03/2024 16:11, Kim Sample wrote:
q > Please send the log within five days.
o We will.
o It takes until the fifteenth.""",
    "thunderbird, name first": """RE
q Kim Sample wrote on 3/5/2024 4:11 PM:
q > Please send the log within five days.
o We will.""",
    "name writes": """RE
o Done.
q Kim Sample <kim@b.example> writes:
q > Please send the log.""",
    "outlook header block": """RE
o Attached are the records.
q From: Kim Sample <kim@b.example>
q Sent: Tuesday, March 5, 2024 4:11 PM
q To: Records <records@a.example>
q Subject: Request
q
q Please send the log by March 12.
q Kim""",
    "outlook with a rule above": """RE
o Attached are the records.
q ________________________________
q From: Kim Sample <kim@b.example>
q Sent: Tuesday, March 5, 2024 4:11 PM
q To: Records <records@a.example>
q Subject: Request
q
q Please send the log.""",
    "outlook with stars": """RE
o See below.
q *From:* Kim Sample <kim@b.example>
q *Sent:* Tuesday, March 5, 2024 4:11 PM
q *To:* Records
q *Subject:* Request
q
q Please send the log.""",
    "outlook spanish": """RE
o Adjunto los documentos.
q De: Kim Sample <kim@b.example>
q Enviado el: martes, 5 de marzo de 2024 16:11
q Para: Archivo
q Asunto: Solicitud
q
q Favor de enviar el registro.""",
    "outlook german": """RE
o Anbei die Unterlagen.
q Von: Kim Sample <kim@b.example>
q Gesendet: Dienstag, 5. März 2024 16:11
q An: Archiv
q Betreff: Anfrage
q
q Bitte senden Sie das Protokoll.""",
    "outlook french": """RE
o Veuillez trouver ci-joint le registre.
q De : Kim Sample <kim@b.example>
q Envoyé : mardi 5 mars 2024 16:11
q À : Archives
q Objet : Demande
q
q Merci d'envoyer le registre.""",
    "original message": """RE
o Thank you.
q -----Original Message-----
q From: Kim Sample
q Sent: Tuesday, March 5, 2024
q To: Records
q Subject: Request
q
q Please send the log.""",
    "mensaje original": """RE
o Gracias.
q -----Mensaje original-----
q De: Kim Sample
q Enviado: martes, 5 de marzo
q Para: Archivo
q
q Favor de enviar el registro.""",
    "message d'origine": """RE
o Merci.
q -----Message d'origine-----
q De : Kim Sample
q Envoyé : mardi 5 mars
q
q Merci d'envoyer le registre.""",
    "forwarded by gmail": """FW
o Please handle.
f ---------- Forwarded message ---------
f From: Kim Sample <kim@b.example>
f Date: Tue, Mar 5, 2024 at 4:11 PM
f Subject: Request
f To: <records@a.example>
f
f Please send the log by March 12.""",
    "forwarded by apple": """FW
o For you.
f Begin forwarded message:
f
f From: Kim Sample <kim@b.example>
f Subject: Request
f Date: March 5, 2024 at 4:11:09 PM
f To: records@a.example
f
f Please send the log.""",
    "forwarded by thunderbird": """FW
o For you.
f -------- Forwarded Message --------
f Subject: Request
f Date: Tue, 5 Mar 2024 16:11:09
f From: Kim Sample
f
f Please send the log.""",
    "forwarded by outlook": """FW
o FYI
f From: Kim Sample
f Sent: Tuesday, March 5, 2024
f To: Records
f Subject: Request
f
f Please send the log.""",
    "forwarded by outlook without own words": """FW
f From: Kim Sample
f Sent: Tuesday, March 5, 2024
f To: Records
f Subject: Request
f
f Please send the log.""",
    "forwarded in spanish": """FW
o Para su atención.
f ---------- Mensaje reenviado ---------
f De: Kim Sample
f Fecha: mar, 5 mar 2024
f
f Favor de enviar el registro.""",
    "forwarded in french": """FW
o Pour information.
f ---------- Message transféré ---------
f De : Kim Sample
f Date : mar. 5 mars 2024
f
f Merci d'envoyer le registre.""",
    "notes forwarded": """FW
o Please handle.
f ----- Forwarded by Jo Sample/EXAMPLE on 03/06/2024 09:00 AM -----
f
f Kim Sample/EXAMPLE
f 03/05/2024 04:11 PM
f To: Records
f
f Please send the log.""",
    "notes reply": """RE
o Agreed.
q
q From:\tKim Sample/EXAMPLE
q To:\tRecords/EXAMPLE@A
q Date:\t03/05/2024 04:11 PM
q Subject:\tRequest
q
q Please send the log.""",
    "sent from my": """RE
o Will do.
s Sent from my iPhone
q On Mar 5, 2024, at 4:11 PM, Kim Sample <kim@b.example> wrote:
q Please send the log.""",
    "get outlook for": """RE
o Will do.
s Get Outlook for iOS
q ________________________________
q From: Kim Sample <kim@b.example>
q Sent: Tuesday, March 5, 2024
q To: Records
q Subject: Request
q Please send the log.""",
    "sent from yahoo": """--
o Please call me about the report.
s Sent from Yahoo Mail on Android""",
    "enviado desde": """--
o Favor de llamarme.
s Enviado desde mi iPhone""",
    "dashes and signature": """--
o Please send the log by March 12.
s --
s Kim Sample
s Records Officer, County of Example
s 555 010 0142""",
    "closing and block": """--
o Please send the log by March 12.
x Regards,
s Kim Sample
s Records Officer
s County of Example
s 555 010 0142""",
    "closing, block, notice": """--
o Please send the log by March 12.
x Sincerely,
s Kim Sample
s Records Officer
d CONFIDENTIALITY NOTICE: This e-mail is for the addressee only. If you have received it
d by mistake, delete it within 24 hours.""",
    "notice before the signature": """--
o Please send the log by March 12.
d This email and any attachments are confidential and intended only for the named recipient.
s --
s Kim Sample
s Records Officer""",
    "notice of two paragraphs": """--
o Please send the log by March 12.
d CONFIDENTIALITY NOTICE
d
d The information contained in this message may be privileged. You must delete it at once.
d
d If you are not the intended recipient, please notify the sender immediately.""",
    "external banner": """--
d EXTERNAL EMAIL: Do not click links or open attachments unless you know the sender.
o Please send the log by March 12.""",
    "caution banner of two lines": """--
d CAUTION: This email originated from outside of the organization. Do not click links or open
d attachments unless you recognize the sender and know the content is safe.
o Please send the log by March 12.""",
    "bracketed banner": """RE
d [EXTERNAL SENDER]
o Received, thank you.
q On Mon, Jan 8, 2024 at 9:04 AM Pat Sample <pat@a.example> wrote:
q > Please send the log.""",
    "you don't often get email": """--
d You don't often get email from kim@b.example. Learn why this is important
o Please send the log by March 12.""",
    "tracking notice": """--
o Your request R000123 was received.
d This message was sent to records@a.example. To unsubscribe from these notices, click here.""",
    "think of the trees": """--
o Please send the log by March 12.
s --
s Kim Sample
d Please consider the environment before printing this e-mail.""",
    "bilingual notice": """--
o Please send the log by March 12.
d AVISO DE CONFIDENCIALIDAD: este correo es privado.
d
d CONFIDENTIALITY NOTICE: this e-mail is private.""",
    "chain of three": """RE
o Third.
q On Wed, Jan 10, 2024 at 9:04 AM Pat Sample <pat@a.example> wrote:
q > Second.
q > On Tue, Jan 9, 2024 at 9:04 AM Kim Sample <kim@b.example> wrote:
q >> First: please send the log.""",
    "outlook chain of three": """RE
o Third.
q From: Pat Sample
q Sent: Wednesday, January 10, 2024
q To: Kim Sample
q Subject: RE: log
q Second.
q From: Kim Sample
q Sent: Tuesday, January 9, 2024
q To: Pat Sample
q Subject: log
q First: please send the log.""",
    "chain passed on": """FW
o Please handle this subpoena.
f ---------- Forwarded message ---------
f From: Pat Sample <pat@a.example>
f Date: Wed, Jan 10, 2024
f Subject: Re: log
f To: Jo
f
f See below.
f On Tue, Jan 9, 2024 at 9:04 AM Kim Sample <kim@b.example> wrote:
f > Please send the log.""",
    "block that is no quotation": """--
o Please serve the following:
o From: January 1, 2023
o To: March 1, 2024
o all call logs of the jail.""",
    "german attribution": """RE
o Erhalten.
q Am 05.03.2024 um 16:11 schrieb Kim Sample <kim@b.example>:
q > Bitte senden.""",
    "french attribution": """RE
o Bien reçu.
q Le mar. 5 mars 2024 à 16:11, Kim Sample <kim@b.example> a écrit :
q > Merci d'envoyer.""",
    "spanish attribution wrapped": """RE
o Recibido.
q El mar, 5 mar 2024 a las 16:11, Kim Sample, Oficina del Fiscal (<kim@fiscal.b.example>)
q escribió:
q > Favor de enviar.""",
    "iso attribution": """RE
o Received.
q 2024-03-05 16:11 GMT-05:00 Kim Sample <kim@b.example>:
q > Please send.""",
    "memorandum typed into a mail": """--
o MEMORANDUM
o TO: Sheriff of Example
o FROM: Kim Sample
o DATE: March 5, 2024
o SUBJECT: Jail log
o Produce the jail log by March 12.""",
    "a sentence that says who wrote": """--
o On March 5, 2024 the officer wrote that the county must produce:
o the jail log and the list of visitors.""",
    "a request that speaks of secrecy": """--
o This message is a request for the confidential informant policy. The recipient must answer
o by March 12.""",
    "a warning that is the sender's own": """--
o NOTICE: You are commanded to produce the jail log by March 12, 2024.
o CAUTION: failure to comply may be punished.""",
    "thanks before a further sentence": """--
o Please send the log.
o Thanks,
o and please answer by March 12, 2024 at the latest.""",
    "date after the signature": """--
o Please send the log.
x Thank you,
s Kim Sample
s Records Officer
o P.S. Please answer by March 12, 2024 at the latest.""",
    "outlook on the web, paragraphs apart": """RE
o Attached.
q From: Kim Sample <kim@b.example>
q
q Sent: Tuesday, March 5, 2024 4:11 PM
q
q To: Records
q
q Subject: Request
q
q Please send the log.""",
    "banner inside the quoted mail": """RE
o Attached.
q From: Kim Sample <kim@b.example>
q Sent: Tuesday, March 5, 2024 4:11 PM
q To: Records
q Subject: Request
q EXTERNAL EMAIL: Do not click links.
q Please send the log.""",
    "answer below what is quoted": """RE
q > Please send the log by March 12.
q > Kim
o The log is attached.
x Regards,
s Jo Sample
s Clerk""",
    "portuguese": """RE
o Recebido.
q Em ter., 5 de mar. de 2024 às 16:11, Kim Sample <kim@b.example> escreveu:
q > Envie o registro.""",
    "public records law of the sender": """--
o Please send the log by March 12.
s --
s Kim Sample
d Please note: Florida has a broad public records law. Most written communications to or from
d officials are public records.""",
}
