-- What was refused for good in a joint thread is told on the desk until an officer has read it on the thread's page.
alter table exchange.outbox add column read_at timestamptz;
create index outbox_joint_given_up on exchange.outbox (thread)
    where status = 'GIVEN_UP' and action in ('ACT', 'INVITATION', 'PAGE') and registered_at is null
      and substr(thread, 15, 1) = '8';
