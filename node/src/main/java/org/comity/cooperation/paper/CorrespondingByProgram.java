package org.comity.cooperation.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.cooperation.ActFilling;
import org.comity.cooperation.ActForms;
import org.comity.cooperation.CaseAccess;
import org.comity.cooperation.Correspondence;
import org.comity.cooperation.RequestRow;
import org.comity.sealing.Letters;
import org.comity.ui.Problems;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the paper pages do, for programs: the same fields, the same checks, the same record. */
@Component
class CorrespondingByProgram implements Correspondence {

    private final RecordingAnswer answers;
    private final RecordingRequest requests;
    private final RecordingActs recording;
    private final WritingLetters writing;
    private final Letters letters;
    private final PaperLimits limits;
    private final CaseAccess access;
    private final Clock clock;
    private final Map<String, ActFilling> fillings;
    private final Map<String, ActForms> forms;

    CorrespondingByProgram(
            RecordingAnswer answers,
            RecordingRequest requests,
            RecordingActs recording,
            WritingLetters writing,
            Letters letters,
            PaperLimits limits,
            CaseAccess access,
            Clock clock,
            List<ActFilling> fillings,
            List<ActForms> forms) {
        this.answers = answers;
        this.requests = requests;
        this.recording = recording;
        this.writing = writing;
        this.letters = letters;
        this.limits = limits;
        this.access = access;
        this.clock = clock;
        this.fillings = fillings.stream().collect(Collectors.toMap(ActFilling::procedure, Function.identity()));
        this.forms = forms.stream().collect(Collectors.toMap(ActForms::procedure, Function.identity()));
    }

    @Override
    public List<String> expected(String reference) {
        return answers.offered(answers.row(reference));
    }

    @Override
    @Transactional
    public void record(
            String reference, String type, Map<String, Object> body, Map<String, Object> facts, Arrived arrived, Official by) {
        access.mustWrite(by);
        var row = answers.row(reference);
        if (!answers.offered(row).contains(type)) {
            throw PaperRefused.notOffered(type);
        }
        var filling = fillings.get(row.procedure());
        var filled = filling.step(row, type, body, facts, by);
        var written = new ActForms.Written(filled.body(), filled.facts());
        recording(row.procedure(), type, written, row.ourRole().other(), row.counterpart(), row.thread(), arrived, by);
    }

    @Override
    @Transactional
    public String recordRequest(
            String procedure, String counterpart, Map<String, Object> body, Arrived arrived, Official by) {
        access.mustWrite(by);
        var form = forms.get(procedure);
        if (form == null) {
            throw PaperRefused.field("procedure");
        }
        if (requests.withoutNode().stream().noneMatch(it -> it.id().equals(counterpart))) {
            throw PaperRefused.field("counterpart");
        }
        var written = new ActForms.Written(fillings.get(procedure).body(form.opening(), body), Map.of());
        return recording(procedure, form.opening(), written, Role.REQUESTING, counterpart, null, arrived, by);
    }

    @Override
    @Transactional
    public byte[] letter(String reference, @Nullable String act, Format format, Official by) {
        access.mustWrite(by);
        return made(writing.letter(answers.row(reference), act, by), format);
    }

    @Override
    @Transactional
    public byte[] reminder(String reference, Format format, Official by) {
        access.mustWrite(by);
        return made(writing.reminder(answers.row(reference), by), format);
    }

    @Override
    @Transactional
    public void left(String reference, Paper what, Channel channel, LocalDate day, String number, Official by) {
        access.mustWrite(by);
        RequestRow row = answers.row(reference);
        writing.sent(row, what.name().toLowerCase(java.util.Locale.ROOT), checked(channel, day, number), by);
    }

    private String recording(
            String procedure,
            String type,
            ActForms.Written written,
            Role role,
            String counterpart,
            @Nullable String thread,
            Arrived arrived,
            Official by) {
        forms.get(procedure).problems(type, written).all().stream().findFirst().ifPresent(it -> {
            throw PaperRefused.field(it.field());
        });
        if (arrived.text().length() > limits.largestText()) {
            throw PaperRefused.field("text");
        }
        if (arrived.scan() != null && arrived.scan().length > limits.largestScan().toBytes()) {
            throw PaperRefused.file("size");
        }
        var how = checked(arrived.by(), arrived.day(), arrived.number());
        var body = new LinkedHashMap<>(written.body());
        body.put("letterReference", how.reference());
        var scan = arrived.scan() == null ? null : Scan.of(arrived.scan());
        var act = recording.record(
                new Recording(
                        procedure, type, role, false, counterpart, thread, arrived.by(), how.happened(clock), body,
                        written.facts(), RecordingAnswer.files(TypedText.clean(arrived.text()), scan)),
                by);
        return Objects.requireNonNullElse(act.envelope().facts().get("reference"), "");
    }

    private Came checked(Channel by, LocalDate day, String number) {
        var channel = Came.CHANNELS.contains(by) ? by : null;
        var how = new Came(channel, day, TypedText.clean(number));
        how.problems(Problems.NONE, clock).all().stream().findFirst().ifPresent(it -> {
            throw it.key().endsWith("future") ? PaperRefused.inTheFuture() : PaperRefused.field("channel");
        });
        if (number.length() > Came.LONGEST_NUMBER) {
            throw PaperRefused.field("number");
        }
        return how;
    }

    private byte[] made(Letters.Letter letter, Format format) {
        return format == Format.PDF ? letters.pdf(letter) : letters.docx(letter);
    }
}
