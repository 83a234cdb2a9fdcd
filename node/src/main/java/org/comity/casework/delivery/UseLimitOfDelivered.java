package org.comity.casework.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.evidence.EvidenceCases.Case;
import org.comity.evidence.EvidenceCases.Limit;
import org.comity.ledger.Ledger;
import org.comity.procedure.ActRole;
import org.comity.procedure.Editions;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.UseLimits;
import org.comity.procedure.form.BodyFields;
import org.comity.sealing.Letters.Section;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.thread.Threads.Thread;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;

/** Reads the use limit out of a thread: the purpose stated, the conditions accepted, the wider uses consented to. */
@Component
class UseLimitOfDelivered implements UseLimits {

    private static final int LONGEST_WORDS = 500;

    private final Threads threads;
    private final Procedures procedures;
    private final Convention convention;
    private final Editions editions;
    private final Ledger ledger;

    UseLimitOfDelivered(
            Threads threads, Procedures procedures, Convention convention, Editions editions, Ledger ledger) {
        this.threads = threads;
        this.procedures = procedures;
        this.convention = convention;
        this.editions = editions;
        this.ledger = ledger;
    }

    @Override
    public Optional<UseLimit> of(RequestRow row, Language language) {
        return delivered(row) ? Optional.of(limit(row, language)).filter(UseLimit::holds) : Optional.empty();
    }

    @Override
    public List<Limit> lines(Collection<String> of) {
        if (of.isEmpty()) {
            return List.of();
        }
        var bound = threads.find(of).stream()
                .filter(it -> it.ourRole() == Role.REQUESTING && delivered(it))
                .collect(Collectors.toMap(Thread::id, Thread::reference));
        return threads.openings(bound.keySet()).stream()
                .map(it -> line(it, Objects.requireNonNull(bound.get(it.thread()))))
                // What a provider of ours hands over is bound by the order alone.
                .filter(it -> !(it.purpose() + it.proceeding() + it.ref()).isBlank())
                .toList();
    }

    private Limit line(KeptAct opening, String reference) {
        var body = new BodyFields(opening.body());
        return new Limit(
                new Case(opening.thread(), reference),
                body.text("purpose"),
                body.text("proceeding"),
                ref(law(opening), opening.envelope().convention()));
    }

    @Override
    public void confirm(RequestRow row, Confirmed confirmed, String what, Official by) {
        if (row.ourRole() != Role.REQUESTING || !delivered(row)) {
            return;
        }
        if (!limit(row, Language.ENGLISH).holds()) {
            return;
        }
        var words = TypedText.clean(confirmed.words());
        boolean allowed = confirmed.use().equals(STATED) || read(row).wider.containsKey(confirmed.use());
        if (!allowed || words.isEmpty() || words.length() > LONGEST_WORDS) {
            throw new NotConfirmed(row.reference());
        }
        ledger.record(
                by,
                "use.confirmed",
                row.thread(),
                Map.of("reference", row.reference(), "use", confirmed.use(), "words", words, "what", what));
    }

    private boolean delivered(RequestRow row) {
        return Delivered.possible(row.procedure())
                && threads.find(row.thread())
                        .filter(UseLimitOfDelivered::delivered)
                        .isPresent();
    }

    private static boolean delivered(Thread thread) {
        return Delivered.in(thread.state()).filter(it -> it.count() > 0).isPresent();
    }

    private UseLimit limit(RequestRow row, Language language) {
        var read = read(row);
        var opening =
                new BodyFields(threads.opening(row.thread()).map(KeptAct::body).orElse(Map.of()));
        var locale = Locale.forLanguageTag(language.tag());
        var rendering = procedures.of(row.procedure()).rendering();
        List<Section> conditions = read.bound.stream()
                .flatMap(it -> rendering
                        .sections(
                                it.envelope().convention(),
                                it.thread(),
                                it.envelope().type(),
                                it.envelope().facts(),
                                it.body(),
                                locale)
                        .stream())
                .toList();
        var edition = editions.ofThread(row.thread());
        return new UseLimit(
                opening.text("purpose"),
                opening.text("proceeding"),
                conditions,
                List.copyOf(read.wider.values()),
                row.ourRole() == Role.REQUESTING,
                edition,
                ref(row.law(), edition));
    }

    private String law(KeptAct opening) {
        return procedures.of(opening.envelope().procedure()).law();
    }

    private String ref(String law, String edition) {
        return convention
                .law(law, edition)
                .flatMap(it -> it.duty("use-limit"))
                .map(it -> it.ref())
                .orElse("");
    }

    private Read read(RequestRow row) {
        var read = new Read(procedures.of(row.procedure()));
        threads.effective(row.thread(), read.types()).forEach(read);
        return read;
    }

    /** What was proposed and accepted, what was asked and consented to, in the order of the register. */
    private static final class Read implements Consumer<KeptAct> {

        private final KnownProcedure procedure;
        private final Set<String> proposals;
        private final Map<String, KeptAct> said = new HashMap<>();
        private final List<KeptAct> bound = new java.util.ArrayList<>();
        private final Map<String, Wider> wider = new LinkedHashMap<>();

        Read(KnownProcedure procedure) {
            this.procedure = procedure;
            this.proposals = Stream.of(ActRole.BINDS, ActRole.WIDENS)
                    .flatMap(it -> procedure.acts(it).stream())
                    .flatMap(it -> procedure.names(it).stream())
                    .flatMap(it -> it.types().stream())
                    .collect(Collectors.toSet());
        }

        Set<String> types() {
            return Stream.of(proposals, procedure.acts(ActRole.BINDS), procedure.acts(ActRole.WIDENS))
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet());
        }

        @Override
        public void accept(KeptAct act) {
            var type = act.envelope().type();
            if (proposals.contains(type)) said.put(act.id(), act);
            if (procedure.is(ActRole.BINDS, type)) proposed(act).ifPresent(bound::add);
            if (procedure.is(ActRole.WIDENS, type)) {
                proposed(act).ifPresent(it -> wider.put(it.id(), wider(it, act)));
            }
        }

        private Optional<KeptAct> proposed(KeptAct act) {
            return procedure
                    .names(act.envelope().type())
                    .map(it -> act.envelope().facts().get(it.fact()))
                    .map(said::get);
        }

        private Wider wider(KeptAct asked, KeptAct consent) {
            var question = new BodyFields(asked.body());
            var about = String.join(
                    " · ",
                    List.of(question.text("matter"), question.text("recipient"), question.text("text")).stream()
                            .filter(it -> !it.isEmpty())
                            .toList());
            return new Wider(
                    asked.id(),
                    asked.n() == null ? 0 : asked.n(),
                    about,
                    new BodyFields(consent.body()).text("limits"),
                    procedure.asksToPassOn(asked.envelope().type(), asked.body()));
        }
    }

    private static final class NotConfirmed extends RuleBroken {
        NotConfirmed(String reference) {
            super("use.not-confirmed", Map.of("reference", reference));
        }
    }
}
