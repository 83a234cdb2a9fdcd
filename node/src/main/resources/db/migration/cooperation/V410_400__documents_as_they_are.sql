-- A PDF is packed already: it is not packed again at each write.
alter table cooperation.draft alter column act_pdf set storage external;
