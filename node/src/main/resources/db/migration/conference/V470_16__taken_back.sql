-- When its State took back what had been taken over: who did not speak is not put back on the list then.
alter table conference.session_part add column withdrawn_at timestamptz;
create index part_of_speaker on conference.session_part (speaker) where speaker is not null;
