-- What was refused for good in a joint thread is told on the desk until an officer has read it on the thread's page;
-- what ended before this was counted is no news.
alter table exchange.outbox add column read_at timestamptz;
update exchange.outbox set read_at = settled_at where status = 'GIVEN_UP';
create index outbox_joint_given_up on exchange.outbox (thread)
    where status = 'GIVEN_UP' and action in ('ACT', 'INVITATION', 'PAGE') and registered_at is null
      and substr(thread, 15, 1) = '8';
create index outbox_joint_unread on exchange.outbox (settled_at)
    where status = 'GIVEN_UP' and action in ('ACT', 'INVITATION', 'PAGE') and registered_at is null
      and substr(thread, 15, 1) = '8' and read_at is null;
