-- The list of joint threads, page by page: first those that we are asked to join, then the others, last changed first.
create index joint_listed on thread.joint ((standing = 'INVITED'), changed_at, id);
