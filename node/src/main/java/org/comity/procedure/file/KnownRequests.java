package org.comity.procedure.file;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.StateProfile.Need;
import org.comity.procedure.Editions;
import org.comity.procedure.RequestRow;
import org.comity.procedure.field.FieldTypes;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.TabledState;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Language;
import org.comity.ui.Words;

/** Tells a procedure's {@link Particulars} what is known of a request: what it asks, which law governs it, the time now. */
public class KnownRequests {

    private final Threads threads;
    private final Convention convention;
    private final Editions editions;
    private final Directory directory;
    private final Words words;
    private final Clock clock;

    public KnownRequests(
            Threads threads, Convention convention, Editions editions, Directory directory, Words words, Clock clock) {
        this.threads = threads;
        this.convention = convention;
        this.editions = editions;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    /** What its opening act says. */
    public BodyFields opening(RequestRow row) {
        return new BodyFields(threads.opening(row.thread()).map(KeptAct::body).orElseThrow());
    }

    /** Where its thread stands; empty while it is not known. */
    public Optional<TabledState> state(RequestRow row) {
        return threads.find(row.thread()).map(Threads.Thread::state).map(TabledState.class::cast);
    }

    /** In the edition of its thread. */
    public ProcedureLaw law(RequestRow row) {
        return convention.law(row.law(), editions.ofThread(row.thread())).orElseThrow();
    }

    public Participant self() {
        return directory.self();
    }

    /** What our law needs to disclose data of these classes, each by its name; of all where an emergency named none. */
    public String toDisclose(List<String> classes) {
        var needs = directory.self().profile().needs();
        return FieldTypes.DATA_CLASSES.stream()
                .filter(it -> classes.isEmpty() || classes.contains(it))
                .flatMap(it -> Stream.ofNullable(needs.get(it))
                        .map(Need::toDisclose)
                        .filter(said -> !said.isBlank())
                        // In English, as an entry is: for others.
                        .map(said -> words.say(Language.ENGLISH, "acts.option.dataClasses." + it) + ": " + said))
                .collect(Collectors.joining("\n"));
    }

    /** To the second. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
