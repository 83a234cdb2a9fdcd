-- Acts that were sent stay here. The desk looks at those in hand, without reading these.
create index joint_draft_in_hand on cooperation.joint_draft (saved_at, id) where status <> 'SENT';
create index joint_draft_submitted on cooperation.joint_draft (submitted_at, id) where status = 'SUBMITTED';
