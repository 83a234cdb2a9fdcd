-- Of who declined, or did not come in, the register does not come here: the entry of its own answer alone does.
alter table thread.joint_act add column answer bytea;
