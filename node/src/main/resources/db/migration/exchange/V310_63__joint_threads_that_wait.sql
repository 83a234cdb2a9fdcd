-- Nothing of a joint thread is deleted while some of it waits to leave.
create index outbox_joint_waiting on exchange.outbox (thread)
    where status = 'QUEUED' and action in ('ACT', 'INVITATION', 'PAGE') and substr(thread, 15, 1) = '8';
