package org.comity.cooperation.acts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.cooperation.Composition;
import org.comity.cooperation.Confirmations.Confirmation;
import org.comity.cooperation.Confirmations;
import org.comity.cooperation.Draft;
import org.comity.cooperation.Procedures;
import org.comity.cooperation.Requests;
import org.comity.cooperation.UnsentAct.Standing;
import org.comity.cooperation.UnsentAct;
import org.comity.cooperation.UnsentActs;
import org.comity.identity.Officials;
import org.comity.ui.Language;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads every act that is in hand, and says of each how it stands and what it still needs. */
@Component
class ReadingUnsent implements UnsentActs {

    private static final int MOST_NAMES = 5;

    private final DraftRows rows;
    private final Confirmations confirmations;
    private final Requests requests;
    private final Officials officials;
    private final WhoApproves who;
    private final Clock clock;
    private final Procedures procedures;

    ReadingUnsent(
            DraftRows rows,
            Confirmations confirmations,
            Requests requests,
            Officials officials,
            WhoApproves who,
            Clock clock,
            Procedures procedures) {
        this.rows = rows;
        this.confirmations = confirmations;
        this.requests = requests;
        this.officials = officials;
        this.who = who;
        this.clock = clock;
        this.procedures = procedures;
    }

    @Override
    public List<UnsentAct> all(Language language) {
        var seconds = seconds();
        var acts = new ArrayList<UnsentAct>();
        for (var confirmation : confirmations.awaited()) {
            acts.add(toConfirm(confirmation, seconds, language));
        }
        for (var row : rows.inHand(clock.instant())) {
            acts.add(unsent(row, seconds, language));
        }
        acts.sort(Comparator.comparing((UnsentAct it) -> !it.draft().emergency())
                .thenComparing(UnsentAct::standing)
                .thenComparing(UnsentAct::since));
        return List.copyOf(acts);
    }

    private UnsentAct toConfirm(Confirmation it, List<Official> seconds, Language language) {
        var draft = rows.find(it.draft()).orElseThrow();
        var may = seconds.stream().filter(by -> confirmations.mayDecide(it, by));
        return new UnsentAct(
                draft, Standing.TO_CONFIRM, draft.address(requests), subject(draft, language), name(it.goneAhead()), it.at(), null, names(may), 0, List.of());
    }

    private UnsentAct unsent(DraftRows.InHand row, List<Official> seconds, Language language) {
        var draft = row.draft();
        return switch (draft.status()) {
            case SUBMITTED -> new UnsentAct(
                    draft, Standing.WAITING, draft.address(requests), subject(draft, language), name(draft.submittedBy()), since(draft.submittedAt(), draft),
                    null, names(seconds.stream().filter(it -> who.verdict(draft, it).allowed())), 0, List.of());
            case SENT -> new UnsentAct(
                    draft, Standing.HELD, draft.address(requests), subject(draft, language), name(draft.submittedBy()), since(draft.submittedAt(), draft),
                    null, List.of(), 0, List.of());
            default -> written(row, language);
        };
    }

    private UnsentAct written(DraftRows.InHand row, Language language) {
        var draft = row.draft();
        boolean returned = row.returnedBy() != null;
        var checks = checks(draft, language);
        return new UnsentAct(
                draft,
                returned ? Standing.RETURNED : Standing.WRITING,
                draft.address(requests),
                subject(draft, language),
                name(draft.writtenBy()),
                returned ? since(row.returnedAt(), draft) : draft.savedAt(),
                returned ? name(row.returnedBy()) : null,
                List.of(),
                checks.size(),
                checks.stream().filter(it -> !it.settled()).map(Composition.Check::label).toList());
    }

    private List<Composition.Check> checks(Draft draft, Language language) {
        return !draft.opens()
                ? List.of()
                : procedures.of(draft.procedure()).composition().checks(draft.body(), language).stream().filter(Composition.Check::asked).toList();
    }

    /** Of the request that it belongs to; of its own words while there is none. */
    private String subject(Draft draft, Language language) {
        return Optional.ofNullable(draft.thread())
                .flatMap(requests::ofThread)
                .map(it -> it.subject(language.tag()))
                .orElseGet(() -> procedures.of(draft.procedure())
                        .rendering()
                        .subject(draft.body(), Locale.forLanguageTag(language.tag())));
    }

    private List<Official> seconds() {
        return Stream.of(Duty.SECOND_OFFICER, Duty.LAWYER, Duty.DUTY_OFFICER)
                .flatMap(it -> officials.holding(it).stream())
                .distinct()
                .toList();
    }

    private static List<String> names(Stream<Official> officials) {
        return officials.limit(MOST_NAMES).map(Official::name).toList();
    }

    private String name(@Nullable String id) {
        return id == null ? "" : officials.find(id).map(Official::name).orElse(id);
    }

    private static Instant since(@Nullable Instant at, Draft draft) {
        return at == null ? draft.savedAt() : at;
    }
}
