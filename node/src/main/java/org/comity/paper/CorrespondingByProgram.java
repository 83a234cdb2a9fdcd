package org.comity.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.casework.CaseAccess;
import org.comity.casework.Correspondence;
import org.comity.procedure.ActForms;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.sealing.Letters;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the paper pages do, for programs: the same fields, the same checks, the same record. */
@Component
class CorrespondingByProgram implements Correspondence {

    private final RecordingAnswer answers;
    private final RecordingRequest requests;
    private final WritingLetters writing;
    private final PostingLetters posting;
    private final Letters letters;
    private final CaseAccess access;
    private final RecordingByProgram recording;
    private final Procedures procedures;

    CorrespondingByProgram(
            RecordingAnswer answers,
            RecordingRequest requests,
            WritingLetters writing,
            PostingLetters posting,
            Letters letters,
            CaseAccess access,
            RecordingByProgram recording,
            Procedures procedures) {
        this.answers = answers;
        this.requests = requests;
        this.writing = writing;
        this.posting = posting;
        this.letters = letters;
        this.access = access;
        this.recording = recording;
        this.procedures = procedures;
    }

    @Override
    public List<String> expected(String reference, Official by) {
        return answers.offered(answers.row(reference, by));
    }

    @Override
    @Transactional
    public void record(
            String reference,
            String type,
            Map<String, Object> body,
            Map<String, Object> facts,
            Arrived arrived,
            Official by) {
        access.mustWrite(by);
        var row = answers.row(reference, by);
        answers.mustBeExpected(row, type, arrived.day());
        var filling = procedures.of(row.procedure()).filling();
        var filled = filling.step(row, type, body, facts, by);
        var written = new ActForms.Written(filled.body(), filled.facts());
        recording.record(
                row.procedure(), type, written, row.ourRole().other(), row.counterpart(), row.thread(), arrived, by);
    }

    @Override
    @Transactional
    public String recordRequest(
            String procedure, String counterpart, Map<String, Object> body, Arrived arrived, Official by) {
        access.mustWrite(by);
        var asked = procedures.find(procedure).orElseThrow(() -> PaperRefused.field("procedure"));
        if (requests.withoutNode().stream().noneMatch(it -> it.id().equals(counterpart))) {
            throw PaperRefused.field("counterpart");
        }
        var said = asked.filling().body(asked.opening(), body);
        var written = new ActForms.Written(said, asked.composition().facts(said, Map.of()));
        return recording.record(procedure, asked.opening(), written, asked.opener(), counterpart, null, arrived, by);
    }

    @Override
    @Transactional
    public byte[] letter(String reference, @Nullable String act, Format format, Official by) {
        access.mustWrite(by);
        var row = answers.letters(reference, by);
        return finished(row, writing.letter(row, act, by), format);
    }

    @Override
    @Transactional
    public byte[] reminder(String reference, Format format, Official by) {
        access.mustWrite(by);
        var row = answers.letters(reference, by);
        return finished(row, writing.reminder(row, by), format);
    }

    @Override
    @Transactional
    public void left(
            String reference,
            Paper what,
            @Nullable String act,
            Channel channel,
            LocalDate day,
            String number,
            Official by) {
        access.mustWrite(by);
        RequestRow row = answers.letters(reference, by);
        posting.sent(
                row, what.name().toLowerCase(java.util.Locale.ROOT), act, recording.checked(channel, day, number), by);
    }

    @Override
    @Transactional
    public void received(String reference, @Nullable String act, LocalDate day, Official by) {
        access.mustWrite(by);
        posting.received(answers.letters(reference, by), act, recording.checked(Channel.MAIL, day, ""), by);
    }

    private byte[] finished(RequestRow row, WritingLetters.Written written, Format format) {
        var letter = written.letter();
        return writing.finished(row, written, format == Format.PDF ? letters.pdf(letter) : letters.docx(letter));
    }
}
