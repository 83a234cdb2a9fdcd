-- In which threads we speak for an authority now: as a party, or because it is asked to be one and did not answer yet.
alter table thread.asked_at add column waits boolean not null default false;
update thread.asked_at
   set waits = true
  from thread.joint
 where joint.id = asked_at.thread
   and joint.state::json -> 'invited' -> asked_at.participant ->> 'at' = asked_at.at;
create index asked_at_waiting on thread.asked_at (participant, thread) where waits;
create index party_at_now on thread.party (participant, thread) where at is not null and until_n is null;
