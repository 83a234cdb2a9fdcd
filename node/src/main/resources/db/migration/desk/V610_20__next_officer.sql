-- Who takes over by the duty rota, as it stood when the note was written; an official's id.
alter table desk.handover add column next_officer text;
