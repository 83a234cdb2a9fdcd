-- Whose authority speaks at us (R102): its threads are found by its name.
create index party_at on thread.party (participant, thread) where at is not null;
