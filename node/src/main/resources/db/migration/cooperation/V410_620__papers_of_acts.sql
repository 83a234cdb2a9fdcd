-- A paper of an order is ours once the act of which it was made has left. Of those that lie here already that is known where the
-- act's own PDF is kept; the others, letters among them, are not ours by their file any more: number and word still say it.
alter table cooperation.order_paper add column act text;
update cooperation.order_paper p
   set act = d.act
  from cooperation.draft d
 where d.thread = p.thread and d.act is not null and encode(sha256(d.act_pdf), 'hex') = p.sha256;
delete from cooperation.order_paper where act is null;
alter table cooperation.order_paper alter column act set not null;
