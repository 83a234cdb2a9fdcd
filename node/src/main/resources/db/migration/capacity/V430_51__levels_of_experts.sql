-- A language may have the level that the person has in it: fr, or fr:b2.
alter table capacity.expert drop constraint expert_languages_check;
alter table capacity.expert add constraint expert_languages_check
    check (languages ~ '^[a-z]{2}(:[abc][12])?( [a-z]{2}(:[abc][12])?){0,19}$');
