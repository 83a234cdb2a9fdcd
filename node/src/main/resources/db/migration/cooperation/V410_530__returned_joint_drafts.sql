-- Who returned an act of a joint thread, and when: its author reads both on the desk. Empty where its author took it back.
alter table cooperation.joint_draft
    add column given_back_by text,
    add column given_back_at timestamptz;
