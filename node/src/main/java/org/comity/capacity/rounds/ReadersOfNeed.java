package org.comity.capacity.rounds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.form.ActContent;
import org.comity.vocabulary.Role;

/** Says before a need is signed what each reader would read of it, by the rule by which it is shown later. */
final class ReadersOfNeed {

    private ReadersOfNeed() {}

    /**
     * From the most readers to the fewest; nothing while nobody said who sees it.
     *
     * @param law the procedure of needs, with whose name the words begin
     */
    static List<Pointed> of(String law, Map<String, Object> body) {
        var sees = law + ".sees";
        var acts =
                new ActsOfHelp(Set.of(), List.of(new ActContent("", "submit", body, Instant.EPOCH, Role.REQUESTING)));
        if (acts.text("audience").isEmpty()) return List.of();
        List<Pointed> pointed = new ArrayList<>();
        for (var reader : List.of(NeedReader.EVERYBODY, NeedReader.PARTICIPANTS, NeedReader.NAMED)) {
            ShownNeed.to(reader, "", acts)
                    .map(it -> facts(reader, it.keySet()))
                    .ifPresent(it -> pointed.add(new Pointed(sees, "", List.of(), it)));
        }
        pointed.add(new Pointed(pointed.isEmpty() ? sees + ".none" : sees + ".all", ""));
        return List.copyOf(pointed);
    }

    /** Of each part whether this reader would find anything of it. */
    private static Map<String, String> facts(NeedReader reader, Set<String> shown) {
        var facts = new HashMap<String, String>();
        facts.put("reader", reader.name().toLowerCase(Locale.ROOT));
        ShownNeed.PARTS.forEach((part, fields) ->
                facts.put(part.replace("-", ""), fields.stream().anyMatch(shown::contains) ? "yes" : "no"));
        return facts;
    }
}
