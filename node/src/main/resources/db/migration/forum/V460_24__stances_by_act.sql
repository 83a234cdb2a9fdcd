-- A line of a temperature check may come by an act, whose thread changes it, hides it and takes it back; boards know it by number.
alter table forum.stance
    add column id        bigint generated always as identity,
    add column thread    text,
    add column hidden_by text;
create index stance_thread on forum.stance (thread);
