-- OBSERVER- with the number of an application is longer than twelve characters from the thousandth on.
alter table conference.text_sponsor drop constraint text_sponsor_voice_check,
    add constraint text_sponsor_voice_check check (length(voice) between 2 and 16);
alter table conference.paragraph_comment drop constraint paragraph_comment_voice_check,
    add constraint paragraph_comment_voice_check check (length(voice) between 2 and 16);
alter table conference.statement drop constraint statement_voice_check,
    add constraint statement_voice_check check (length(voice) between 2 and 16);
alter table conference.speaker drop constraint speaker_voice_check,
    add constraint speaker_voice_check check (length(voice) between 2 and 16);
