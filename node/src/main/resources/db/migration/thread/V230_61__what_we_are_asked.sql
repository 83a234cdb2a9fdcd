-- What an invitation says, so that an officer can read it before the register is here: the JSON of both acts.
alter table thread.invitation add column opening bytea, add column invite bytea;
