-- A letter recorded as sent that never reached the depositary, or was taken back: it stays in the register, and another begins.
alter table treaty.notice
    add column ended_why text not null default '' check (length(ended_why) <= 1000),
    add column ended_by  text,
    add column ended_at  timestamptz,
    add constraint notice_ended check (ended_why = '' or (sent_on is not null and number = '' and ended_by is not null));
