package org.comity.cooperation.acts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.cooperation.ActRendering;
import org.comity.cooperation.Draft;
import org.comity.cooperation.Drafts;
import org.comity.cooperation.Requests;
import org.comity.cooperation.compose.Composition;
import org.comity.cooperation.compose.PhoneCalls;
import org.comity.cooperation.form.ActWriting;
import org.comity.cooperation.form.ActWriting.Pointed;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.Exchange;
import org.comity.identity.Officials;
import org.comity.thread.Threads;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a draft as the document it will be. */
@Component
class ReadingDraft implements DraftsShown {

    private final Drafts drafts;
    private final Directory directory;
    private final Officials officials;
    private final Exchange exchange;
    private final WhoApproves who;
    private final Threads threads;
    private final Clock clock;
    private final Requests requests;
    private final PhoneCalls calls;
    private final List<Composition> compositions;
    private final List<ActWriting> writings;
    private final Map<String, ActRendering> renderings;

    ReadingDraft(
            Drafts drafts,
            Directory directory,
            Officials officials,
            Exchange exchange,
            WhoApproves who,
            Threads threads,
            Clock clock,
            Requests requests,
            PhoneCalls calls,
            List<Composition> compositions,
            List<ActWriting> writings,
            List<ActRendering> renderings) {
        this.drafts = drafts;
        this.directory = directory;
        this.officials = officials;
        this.exchange = exchange;
        this.who = who;
        this.threads = threads;
        this.clock = clock;
        this.requests = requests;
        this.calls = calls;
        this.compositions = List.copyOf(compositions);
        this.writings = List.copyOf(writings);
        this.renderings = renderings.stream().collect(Collectors.toMap(ActRendering::procedure, Function.identity()));
    }

    @Override
    public ActView view(String id, Official by) {
        var draft = drafts.get(id);
        var rendering = renderings.get(draft.procedure());
        var other = directory.get(draft.counterpart());
        var language = languageFor(other);
        boolean submitted = draft.act() != null;
        var address = draft.address(requests);
        return new ActView(
                draft,
                rendering.headline(draft.type(), draft.facts(), draft.body(), language),
                rendering.sections(draft.type(), draft.facts(), draft.body(), language),
                language.getLanguage(),
                Language.of(language.getLanguage()).orElse(Language.ENGLISH).dir(),
                directory.self(),
                other,
                rendering.function(),
                drafts.needsSecondOfficer(draft),
                who.waitsForCentralAuthority(draft),
                pointed(draft),
                gaps(draft),
                by.id().equals(draft.submittedBy()),
                draft.status() == Draft.Status.SUBMITTED && who.verdict(draft, by).allowed(),
                draft.status() == Draft.Status.SUBMITTED && who.takesBack(draft, by),
                address,
                backTo(draft, address),
                draft.submittedBy() == null
                        ? ""
                        : officials.find(draft.submittedBy()).map(Official::name).orElse(draft.submittedBy()),
                submitted ? drafts.json(id).length : 0,
                submitted ? drafts.pdf(id).length : 0,
                sending(draft),
                directory.keysWithdrawn(other.id()).isPresent());
    }

    /** What the treaty asks and the State decides, for the officer who signs. */
    private List<Pointed> pointed(Draft draft) {
        var opening = compositions.stream()
                .filter(it -> it.procedure().equals(draft.procedure()) && it.opening().equals(draft.type()))
                .findFirst();
        if (opening.isPresent() || draft.thread() == null) {
            var pointed = new ArrayList<>(opening.map(it -> it.pointedOut(draft.body())).orElse(List.of()));
            if (calls.untold(draft)) {
                pointed.add(new Pointed("compose.phone.untold", ""));
            }
            return pointed;
        }
        return requests.ofThread(draft.thread()).stream()
                .flatMap(row -> writings.stream()
                        .filter(it -> it.procedure().equals(draft.procedure()))
                        .flatMap(it -> it.pointed(row, draft.type(), draft.body()).stream()))
                .toList();
    }

    /** What is missing, each with its page, so that nobody learns it only after submitting. */
    private List<ActView.Gap> gaps(Draft draft) {
        return compositions.stream()
                .filter(it -> draft.opens() && it.procedure().equals(draft.procedure()))
                .flatMap(it -> it.steps().stream()
                        .flatMap(step -> it.problems(draft.body(), step).all().stream()
                                .map(problem -> new ActView.Gap(
                                        problem, "/drafts/" + draft.id() + "/" + step + "?check=true"))))
                .toList();
    }

    /** What goes by letter is held by the thread alone. */
    private @Nullable String sending(Draft draft) {
        if (draft.status() != Draft.Status.SENT || draft.act() == null) {
            return null;
        }
        boolean held = threads.act(draft.act())
                .filter(it -> it.n() == null && it.recalled() == null && it.heldUntil() != null)
                .filter(it -> Objects.requireNonNull(it.heldUntil()).isAfter(clock.instant()))
                .isPresent();
        return held ? "HELD" : exchange.sending(draft.act()).status().name();
    }

    /** The document is written in a language that the addressee reads. */
    static Locale languageFor(Participant other) {
        return other.languages().isEmpty() || other.languages().contains("en")
                ? Locale.ENGLISH
                : Locale.forLanguageTag(other.languages().getFirst());
    }

    private static String backTo(Draft draft, String address) {
        return draft.opens()
                ? "/drafts/" + draft.id() + "/state"
                : "/requests/" + address + "/" + draft.type() + "?draft=" + draft.id();
    }
}
