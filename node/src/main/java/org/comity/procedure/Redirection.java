package org.comity.procedure;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.comity.directory.Participant;

/**
 * Says for whom a request is that came to the wrong authority or State; every procedure of two has the act whose requests are
 * acknowledged. Whoever was asked passes nothing on: who asked sends a new request, and that is its consent.
 *
 * @param state the State that it is for, as it was written; empty where only the authority is another
 * @param authority likewise
 * @param contact where that one can be reached, or empty
 */
public record Redirection(String state, String authority, String contact) {

    /** The type of the act. */
    public static final String ACT = "redirect";

    /** The name of the state that it leads to. */
    public static final String STATE = "Redirected";

    public static Redirection of(Map<String, Object> body) {
        return new Redirection(text(body, "rightState"), text(body, "rightAuthority"), text(body, "rightContact"));
    }

    /** With what its page begins: the time at which the request came stays said, wherever it goes next. */
    public static Map<String, Object> begun(RequestRow row) {
        return Map.of(
                "receivedAt", row.openedAt().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Whom it is for is not said: the key of the field that is empty. */
    public static Optional<String> lacking(UnaryOperator<String> said) {
        var needed = said.apply("wrong").equals("state") ? "rightState" : "rightAuthority";
        return Optional.of(needed).filter(it -> said.apply(it).isEmpty());
    }

    /** May a request of that procedure follow this one, which was for somebody else? */
    public static boolean sentOn(RequestRow redirected, String law) {
        return redirected.state().equals(STATE) && redirected.law().equals(law);
    }

    /** The one participant that is named; empty where none or several could be meant. */
    public Optional<Participant> among(List<Participant> all) {
        return Stream.of(authority, state)
                .filter(it -> !it.isBlank())
                .map(it -> all.stream().filter(each -> meant(each, it)).toList())
                .filter(it -> it.size() == 1)
                .map(List::getFirst)
                .findFirst();
    }

    private static boolean meant(Participant each, String named) {
        return Stream.of(
                        Stream.of(each.id(), each.state().code()),
                        each.names().values().stream(),
                        each.functions().values().stream())
                .flatMap(it -> it)
                .anyMatch(it -> it.strip().equalsIgnoreCase(named));
    }

    /** As it was written, each on a line. */
    public List<String> lines() {
        return Stream.of(state, authority, contact).filter(it -> !it.isBlank()).toList();
    }

    private static String text(Map<String, Object> body, String key) {
        return body.get(key) instanceof String said ? said.strip() : "";
    }
}
