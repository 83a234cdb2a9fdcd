package org.comity.casework.compose;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.casework.ReturnedDrafts.Returned;
import org.comity.casework.ThreadCard.Card;
import org.comity.casework.compose.BasisRules.Barred;
import org.comity.convention.Instrument;
import org.comity.convention.ProcedureLaw;
import org.comity.directory.LawBetween;
import org.comity.directory.Participant;
import org.comity.procedure.ActWriting;
import org.comity.procedure.Composition.Asked;
import org.comity.procedure.Composition.Check;
import org.comity.procedure.Composition.PageField;
import org.comity.procedure.Draft;
import org.comity.procedure.Link;
import org.comity.procedure.RequestGroup;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.ComposedPage;
import org.comity.procedure.form.OtherBasis;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedMoment;
import org.jspecify.annotations.Nullable;

/**
 * One page of the request being written.
 *
 * @param law e.g. {@code preservation}
 * @param mayBeDrill the first page asks whether it is one
 * @param keeps it asks that something be kept until another request is decided
 * @param others procedures that may be begun instead, by group, while no State is chosen
 * @param draft null before the State is chosen
 * @param steps names of all pages, in order
 * @param lacking pages that lack something, or hold what cannot be right
 * @param number of this page, from 1
 * @param atSeat the other State has no node and reads its requests from a seat here
 * @param notAccepting names of States whose entry does not list this procedure
 * @param chosen which of the instruments the request names
 * @param barred instruments that cannot be chosen, each with its reason
 * @param bases what applies under each that can
 * @param between what binds both; null before the State is chosen
 * @param rules of the instrument that governs, in the edition that the draft keeps
 * @param kinds of such a basis; empty where none is offered
 * @param fields of this page, where its template draws whatever it is given
 * @param urgent every page asks whether it is an emergency
 * @param phone null before the State is chosen
 * @param returned who gave the draft back, and why; null where nobody did
 * @param instrument that governs; null while none is named that is held here
 * @param provisions of the offences chosen: article to both States' own words
 */
// More than twelve: its template shows each.
public record ComposeView(
        String law,
        boolean mayBeDrill,
        boolean keeps,
        Map<RequestGroup, List<String>> others,
        @Nullable Draft draft,
        List<String> steps,
        List<String> lacking,
        String step,
        int number,
        Map<String, Object> body,
        @Nullable Participant other,
        boolean atSeat,
        List<Choice> states,
        List<String> notAccepting,
        List<Choice> instruments,
        String chosen,
        List<Barred> barred,
        List<BasisRules> bases,
        @Nullable LawBetween between,
        List<Choice> offences,
        ProcedureLaw rules,
        List<Choice> kinds,
        List<Check> checks,
        List<Provision> provisions,
        @Nullable Instrument instrument,
        Map<String, Asked> asked,
        Map<String, List<Choice>> choices,
        List<PageField> fields,
        boolean urgent,
        List<ActWriting.Pointed> pointedOut,
        @Nullable Card beside,
        @Nullable Phone phone,
        @Nullable Returned returned,
        FormProblems problems) {

    /** Version of a draft that was begun from another request: written, then linked to it. */
    private static final long BEGUN = 2;

    /**
     * The other State's duty phone, and the call that came first.
     *
     * @param tested when we rang the number that the entry names now; null if never
     * @param call null while phone first is not ticked, or there is no draft yet
     */
    public record Phone(
            String number,
            @Nullable Instant tested,
            @Nullable Called call) {}

    /** As typed. */
    public record Called(TypedMoment at, String with, String said, List<Choice> zones) {}

    public record Provision(String article, String title, String ours, String theirs) {}

    /** Does the request name its basis itself, so that no article is cited? */
    public boolean form() {
        return rules.form();
    }

    /** The paragraph of what the law says under this key; empty where it says nothing of it. */
    public String ref(String key) {
        return Stream.concat(rules.duties().stream(), rules.notGrounds().stream())
                .filter(it -> it.key().equals(key))
                .map(ProcedureLaw.Provision::ref)
                .findFirst()
                .or(() -> rules.ground(key).map(ProcedureLaw.Ground::ref))
                .or(() -> rules.periods().stream()
                        .filter(it -> it.key().equals(key))
                        .map(ProcedureLaw.Period::ref)
                        .findFirst())
                .orElse("");
    }

    /** It was begun from another request by one press, and nobody has saved a word in it since. */
    public boolean begunUnread() {
        return draft != null && draft.facts().containsKey(Link.FACT) && draft.version() <= BEGUN;
    }

    /** A basis beside the instruments that are held here was begun, or is asked for. */
    public boolean otherBasis() {
        return Stream.of(OtherBasis.KIND, OtherBasis.TITLE, OtherBasis.ARTICLE)
                .anyMatch(it -> !text(it).isBlank() || problems.at(it).isPresent());
    }

    /** Is this the one that is shown before anything was chosen? */
    public boolean choosing() {
        return others.values().stream()
                .flatMap(List::stream)
                .findFirst()
                .filter(law::equals)
                .isPresent();
    }

    public String text(String key) {
        return new BodyFields(body).text(key);
    }

    public boolean flag(String key) {
        return new BodyFields(body).flag(key);
    }

    /** The same without what stands beside the questions. */
    public ComposedPage composed() {
        return new ComposedPage(law, body, offences, instrument, problems);
    }

    public boolean drill() {
        return draft == null ? flag(DrillTick.NAME) : draft.drill();
    }

    /** All that counts is settled, and nothing that was begun is wrong. */
    public boolean ready() {
        return done() == counted()
                && checks.stream().allMatch(it -> it.missing().isEmpty());
    }

    /** How many checks that count are settled. */
    public int done() {
        return (int) Check.counted(checks).stream().filter(Check::settled).count();
    }

    public int counted() {
        return Check.counted(checks).size();
    }
}
