-- What was recorded wrongly is struck with a reason, and stands beside what is recorded in its place.
alter table conference.statement
    add column struck_at  timestamptz,
    add column struck_by  text,
    add column struck_why text not null default '' check (length(struck_why) <= 1000);
alter table conference.credential
    add column struck_at  timestamptz,
    add column struck_by  text,
    add column struck_why text not null default '' check (length(struck_why) <= 1000);
alter table conference.credential drop constraint credential_session_voice_form_key;
create unique index credential_once on conference.credential (session, voice, form) where struck_at is null;
