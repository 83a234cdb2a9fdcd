package org.comity.seat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.vocabulary.RuleBroken;

/** What cannot be done with a seat, or from one, as it stands; nothing was changed. */
final class SeatRefused extends RuleBroken {

    private static final String BETWEEN = ", ";

    private SeatRefused(String code, Map<String, String> facts) {
        super(code, facts);
    }

    static SeatRefused unknown() {
        return new SeatRefused("seat.unknown", Map.of());
    }

    /** The link of an invitation that was used or has run out. */
    static SeatRefused unknownLink() {
        return new SeatRefused("seat.unknown-link", Map.of());
    }

    static SeatRefused hasNode(String authority) {
        return new SeatRefused("seat.has-node", Map.of("id", authority));
    }

    /** It said so from a seat; its entry in the directory may say it later, or never. */
    static SeatRefused adopted(String authority) {
        return new SeatRefused("seat.adopted", Map.of("id", authority));
    }

    /** A seat whose next step is another. */
    static SeatRefused notNow() {
        return new SeatRefused("seat.not-now", Map.of());
    }

    static SeatRefused missing(String field) {
        return new SeatRefused("seat.missing", Map.of("field", field));
    }

    /** What a form wants at one of its fields, and whether it is there. */
    record Need(String field, boolean met) {}

    /** All at once, so that nobody sends a form as often as it has fields. */
    static void unless(Need... needs) {
        var missing =
                Arrays.stream(needs).filter(it -> !it.met()).map(Need::field).collect(Collectors.joining(BETWEEN));
        if (!missing.isEmpty()) throw missing(missing);
    }

    /** The fields that it names, in the order of their form; none where it is of none. */
    static List<String> fields(RuleBroken refused) {
        var named = refused.facts().get("field");
        return named == null ? List.of() : List.of(named.split(BETWEEN));
    }

    static SeatRefused secondMustDiffer() {
        return new SeatRefused("seat.second-must-differ", Map.of());
    }

    /** The key, the page or the person was not the right one; why stays in the log. */
    static SeatRefused notProved() {
        return new SeatRefused("seat.not-proved", Map.of());
    }

    /** Its authority stands in no list of this network any more, or has a node of its own and the key was not confirmed. */
    static SeatRefused authorityLeft() {
        return new SeatRefused("seat.authority-left", Map.of());
    }

    /** More than anybody needs; without a bound the record would grow by what one person does. */
    static SeatRefused tooOften() {
        return new SeatRefused("seat.too-often", Map.of());
    }

    static SeatRefused tooMany() {
        return new SeatRefused("seat.too-many", Map.of());
    }

    /** What nobody sends is not kept without bound. */
    static SeatRefused tooManyOpenings() {
        return new SeatRefused("seat.too-many-openings", Map.of());
    }

    /** What is signed is what the draft says now. */
    static SeatRefused changed() {
        return new SeatRefused("seat.changed", Map.of());
    }

    /** The treaty that it names does not bind both States, as the entries say. */
    static SeatRefused boundNot() {
        return new SeatRefused("seat.bound-not", Map.of());
    }

    /** A file that the act names was dropped, or handed over by another act. */
    static SeatRefused filesGone() {
        return new SeatRefused("seat.files-gone", Map.of());
    }

    static SeatRefused notOffered() {
        return new SeatRefused("seat.not-offered", Map.of());
    }

    /** Another key of the authority is asked for, of another person. */
    static SeatRefused alreadyApproved() {
        return new SeatRefused("seat.already-approved", Map.of());
    }
}
