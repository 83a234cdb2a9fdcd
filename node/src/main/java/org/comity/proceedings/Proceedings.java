package org.comity.proceedings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.Particulars;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.register.Entry;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/**
 * Begins a transfer of proceedings where a person is not extradited: the State that keeps the person asks for the case and
 * its file, or the other one offers both.
 */
@Component
class Proceedings implements Particulars {

    private static final String EXTRADITION = "extradition";

    /** Not surrendered, and not because the request was withdrawn. */
    private static final Set<String> NOT_SURRENDERED = Set.of("KeptHere", "CaseAsked", "CaseTaken", "Refused");

    private final Threads threads;

    Proceedings(Threads threads) {
        this.threads = threads;
    }

    @Override
    public String procedure() {
        return "proceedings/1";
    }

    /** Whoever is sought to serve a sentence has been tried: that is no case to take over. */
    @Override
    public boolean offeredFrom(RequestRow followed) {
        return !followed.law().equals(EXTRADITION)
                || NOT_SURRENDERED.contains(followed.state())
                        && !newest(followed, "purpose").equals("sentence");
    }

    @Override
    public Map<String, Object> begunFrom(RequestRow followed, Map<String, Object> begun) {
        if (!followed.law().equals(EXTRADITION)) {
            return begun;
        }
        var whole = new HashMap<>(begun);
        whole.put("offer", followed.ourRole() == Role.REQUESTING ? "offered" : "asked");
        whole.put("facts", newest(followed, "facts"));
        whole.put("concerned", persons(followed));
        if (newest(followed, "because").equals("national")) {
            whole.put("reasons", List.of("nationality"));
        }
        var warrant = newest(followed, "warrant");
        if (!warrant.isEmpty()) {
            whole.put("file", List.of(Map.of("item", warrant.substring(0, Math.min(500, warrant.length())))));
        }
        return whole;
    }

    /** As the request names them: name, other names, born, nationality, papers, where they are. */
    private String persons(RequestRow followed) {
        return said(followed)
                .filter(it -> !it.maps("person").isEmpty())
                .reduce((_, later) -> later)
                .map(it -> it.maps("person").stream()
                        .map(person -> Stream.of(
                                        "name",
                                        "otherNames",
                                        "born",
                                        "birthPlace",
                                        "nationalities",
                                        "documents",
                                        "whereabouts",
                                        "known")
                                .map(key -> new BodyFields(person).text(key))
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining("; ")))
                        .collect(Collectors.joining("\n")))
                .orElse("");
    }

    /** What was last said under this key. */
    private String newest(RequestRow followed, String key) {
        return said(followed)
                .map(it -> it.text(key))
                .filter(it -> !it.isEmpty())
                .reduce((_, later) -> later)
                .orElse("");
    }

    private Stream<BodyFields> said(RequestRow followed) {
        return threads.everyAct(followed.thread())
                .filter(it -> Entry.EFFECTIVE.equals(it.effect()))
                .map(KeptAct::body)
                .map(BodyFields::new);
    }
}
