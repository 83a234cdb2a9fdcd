-- Pages and invitations of joint threads; of a page the payload says from where to where.
alter table exchange.outbox drop constraint outbox_action_check;
alter table exchange.outbox add constraint outbox_action_check
    check (action in ('ACT', 'ENTRY', 'MESSAGE', 'FETCH', 'RETURN', 'HEADS', 'REVOCATION', 'PAGE', 'INVITATION'));
