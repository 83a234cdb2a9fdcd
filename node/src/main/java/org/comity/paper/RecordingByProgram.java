package org.comity.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.comity.casework.Correspondence.Arrived;
import org.comity.procedure.ActForms;
import org.comity.procedure.Procedures;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what a program brings of an act that came by another channel, within the limits of the pages. */
@Component
class RecordingByProgram {

    private final RecordingActs recording;
    private final Procedures procedures;
    private final PaperLimits limits;
    private final Clock clock;

    RecordingByProgram(RecordingActs recording, Procedures procedures, PaperLimits limits, Clock clock) {
        this.recording = recording;
        this.procedures = procedures;
        this.limits = limits;
        this.clock = clock;
    }

    String record(
            String procedure,
            String type,
            ActForms.Written written,
            Role role,
            String counterpart,
            @Nullable String thread,
            Arrived arrived,
            Official by) {
        procedures.of(procedure).forms().problems(type, written).all().stream()
                .findFirst()
                .ifPresent(it -> {
                    throw PaperRefused.field(it.field());
                });
        if (arrived.text().length() > limits.largestText()) {
            throw PaperRefused.field("text");
        }
        if (arrived.scan() != null
                && arrived.scan().length > limits.largestScan().toBytes()) {
            throw PaperRefused.file("size");
        }
        var how = checked(arrived.by(), arrived.day(), arrived.number());
        var body = new LinkedHashMap<>(written.body());
        body.put("letterReference", how.reference());
        var scan = arrived.scan() == null ? null : Scan.of(arrived.scan());
        var act = recording.record(
                new PaperRecord(
                        procedure,
                        type,
                        role,
                        false,
                        counterpart,
                        thread,
                        arrived.by(),
                        how.happened(clock),
                        body,
                        written.facts(),
                        RecordingAnswer.files(TypedText.clean(arrived.text()), scan)),
                by);
        return Objects.requireNonNullElse(act.envelope().facts().get("reference"), "");
    }

    PaperArrival checked(Channel by, LocalDate day, String number) {
        var channel = PaperArrival.CHANNELS.contains(by) ? by : null;
        var how = new PaperArrival(channel, day, TypedText.clean(number));
        how.problems(FormProblems.NONE, clock).all().stream().findFirst().ifPresent(it -> {
            if (it.key().endsWith("future")) throw PaperRefused.inTheFuture();
            throw PaperRefused.field(it.field().equals("cameDay") ? "day" : "channel");
        });
        if (number.length() > PaperArrival.LONGEST_NUMBER) {
            throw PaperRefused.field("number");
        }
        return how;
    }
}
