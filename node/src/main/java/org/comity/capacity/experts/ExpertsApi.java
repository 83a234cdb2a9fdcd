package org.comity.capacity.experts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.comity.capacity.AssistanceKinds;
import org.comity.capacity.SpokenLanguages;
import org.comity.capacity.UnreadableQuestion;
import org.comity.capacity.experts.ExpertEntry.Wanted;
import org.comity.capacity.experts.ExpertEntry.Window;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.form.Digests;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks for experts by program, by the rule of the page: nobody is listed without being looked for. */
@RestController
@RequestMapping("/api/v1/experts")
class ExpertsApi {

    private static final int MOST = 50;

    private final KeepingExperts experts;

    ExpertsApi(KeepingExperts experts) {
        this.experts = experts;
    }

    @GetMapping
    ExpertList find(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit,
            Official by) {
        var found = experts.asked(wanted(kind, language, level, from, to), by).stream()
                .sorted(Comparator.comparing(ExpertsApi::place))
                .filter(it -> place(it).compareTo(after) > 0)
                .toList();
        int bounded = Math.clamp(limit, 1, MOST);
        boolean keeps = experts.mayKeep(by);
        return new ExpertList(
                found.stream()
                        .limit(bounded)
                        .map(it -> ExpertJson.of(it, keeps))
                        .toList(),
                found.size() > bounded ? place(found.get(bounded - 1)) : null);
    }

    private static Wanted wanted(String kind, String language, String level, String from, String to) {
        if (!kind.isEmpty() && AssistanceKinds.of(kind) == null) throw UnreadableQuestion.of("kind");
        if (!language.isEmpty() && !language.matches("[a-z]{2}")) throw UnreadableQuestion.of("language");
        if (!level.isEmpty() && !SpokenLanguages.LEVELS.contains(level)) throw UnreadableQuestion.of("level");
        return new Wanted(kind, language, level, day("from", from), day("to", to));
    }

    private static @Nullable LocalDate day(String name, String asked) {
        var day = BodyFields.dayOf(asked);
        if (day == null && !asked.isEmpty()) throw UnreadableQuestion.of(name);
        return day;
    }

    /** Who comes or goes between two pages moves nobody else; the id is read by who keeps the roster alone. */
    private static String place(ExpertEntry it) {
        return it.until() + "_" + Digests.sha256(it.id().getBytes(UTF_8)).substring(0, 16);
    }

    record ExpertList(List<ExpertJson> experts, @Nullable String cursor) {}

    /**
     * Where the person can be reached is not here: who keeps the roster asks the person first.
     *
     * @param id of the entry, for who keeps the roster; else null
     * @param name null where the person did not agree to it
     * @param levels by language, where one was said
     */
    record ExpertJson(
            @Nullable String id,
            @Nullable String name,
            String nominatedBy,
            List<String> kinds,
            List<String> languages,
            Map<String, String> levels,
            LocalDate until,
            List<Window> windows) {

        static ExpertJson of(ExpertEntry it, boolean keeps) {
            return new ExpertJson(
                    keeps ? it.id() : null,
                    it.named() ? it.name() : null,
                    it.nominatedBy(),
                    it.kinds().stream().sorted().toList(),
                    it.languages().codes().stream().sorted().toList(),
                    it.languages().said(),
                    it.until(),
                    it.windows());
        }
    }
}
