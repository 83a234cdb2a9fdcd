package org.comity.capacity.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comity.capacity.matching.RoundProblem.OfferedUnits;
import org.comity.capacity.matching.RoundProblem.WeighedNeed;
import org.comity.capacity.matching.RoundProblem.WeighedState;

/** Writes a round as JSON values, and reads an object of its file strictly: another field or kind is refused. */
record RoundJson(Map<String, Object> whole) {

    static Map<String, Object> problem(RoundProblem problem) {
        return Map.of(
                "round", problem.round(),
                "weights", weights(problem.weights()),
                "states", problem.states().stream().map(RoundJson::state).toList(),
                "needs", problem.needs().stream().map(RoundJson::need).toList(),
                "offers",
                        problem.offers().stream()
                                .map(it -> Map.of("id", it.id(), "capacity", it.capacity()))
                                .toList(),
                "pairs",
                        problem.pairs().stream()
                                .map(it -> Map.of("need", it.need(), "offer", it.offer(), "parts", it.parts()))
                                .toList());
    }

    static RoundProblem problem(RoundJson json) {
        json.only("round", "weights", "states", "needs", "offers", "pairs");
        List<WeighedState> states = new ArrayList<>();
        for (var it : json.list("states")) {
            it.only("code", "ldc", "lldc", "sids", "had", "room");
            states.add(new WeighedState(
                    it.text("code"),
                    it.flag("ldc"),
                    it.flag("lldc"),
                    it.flag("sids"),
                    it.number("had"),
                    it.number("room")));
        }
        List<WeighedNeed> needs = new ArrayList<>();
        for (var it : json.list("needs")) {
            it.only("id", "state", "units", "severity", "months");
            needs.add(new WeighedNeed(
                    it.text("id"), it.text("state"), it.number("units"), it.number("severity"), it.number("months")));
        }
        List<OfferedUnits> offers = new ArrayList<>();
        for (var it : json.list("offers")) {
            it.only("id", "capacity");
            offers.add(new OfferedUnits(it.text("id"), it.number("capacity")));
        }
        List<FittingPair> pairs = new ArrayList<>();
        for (var it : json.list("pairs")) {
            it.only("need", "offer", "parts");
            pairs.add(new FittingPair(it.text("need"), it.text("offer"), it.numbers("parts")));
        }
        return new RoundProblem(json.text("round"), weights(json.object("weights")), states, needs, offers, pairs);
    }

    static RoundWeights weights(RoundJson json) {
        json.only("parts", "equity", "first-help", "lot");
        return new RoundWeights(
                json.numbers("parts"), json.number("equity"), json.number("first-help"), json.text("lot"));
    }

    /** Everything, private fields too: only its hash leaves the Secretariat. */
    static Map<String, Object> input(RoundInput input) {
        var all = new LinkedHashMap<String, Object>();
        all.put("round", input.round());
        all.put("opens", input.opens().toString());
        all.put("states", input.states().stream().map(RoundJson::stateOfInput).toList());
        all.put("needs", input.needs().stream().map(RoundJson::needOfInput).toList());
        all.put("offers", input.offers().stream().map(RoundJson::offerOfInput).toList());
        all.put(
                "answers",
                input.answers().stream()
                        .map(it -> Map.of(
                                "round", it.round(),
                                "need", it.need(),
                                "state", it.state(),
                                "offer", it.offer(),
                                "units", it.units(),
                                "agreed", it.agreed()))
                        .toList());
        return all;
    }

    static Map<String, Object> weights(RoundWeights weights) {
        return Map.of(
                "parts", weights.parts(),
                "equity", weights.equity(),
                "first-help", weights.firstHelp(),
                "lot", weights.lot());
    }

    private static Map<String, Object> state(WeighedState state) {
        return Map.of(
                "code", state.code(),
                "ldc", state.ldc(),
                "lldc", state.lldc(),
                "sids", state.sids(),
                "had", state.had(),
                "room", state.room());
    }

    private static Map<String, Object> need(WeighedNeed need) {
        return Map.of(
                "id", need.id(),
                "state", need.state(),
                "units", need.units(),
                "severity", need.severity(),
                "months", need.months());
    }

    private static Map<String, Object> stateOfInput(StateInRound state) {
        return Map.of(
                "code", state.code(),
                "ldc", state.ldc(),
                "lldc", state.lldc(),
                "sids", state.sids(),
                "developing", state.developing(),
                "room", state.room(),
                "regions", state.regions());
    }

    private static Map<String, Object> needOfInput(NeedInRound need) {
        var all = new LinkedHashMap<String, Object>();
        all.put("id", need.id());
        all.put("state", need.state());
        all.put("kind", need.kind());
        all.put("articles", sorted(need.articles()));
        all.put("units", need.units());
        all.put("severity", need.severity());
        all.put("window", days(need.window()));
        all.put("languages", need.languages().words());
        all.put("mode", need.mode().name());
        all.put("authenticated", need.authenticated().toString());
        all.put("legal", sorted(need.legal()));
        var ready = need.readiness();
        all.put(
                "readiness",
                List.of(
                        ready.first(),
                        ready.upkeep(),
                        ready.legalBasis(),
                        ready.oversight(),
                        ready.interpretation(),
                        ready.goodLine(),
                        ready.signed()));
        return all;
    }

    private static Map<String, Object> offerOfInput(OfferInRound offer) {
        var all = new LinkedHashMap<String, Object>();
        var provider = offer.provider();
        all.put("id", offer.id());
        all.put("provider", provider.code());
        all.put("provider-regions", provider.regions());
        all.put("legal", sorted(offer.legal()));
        all.put("developing", provider.developing());
        all.put("kinds", sorted(offer.kinds()));
        all.put("articles", sorted(offer.articles()));
        all.put("capacity", offer.capacity());
        all.put("languages", offer.languages().words());
        all.put("regions", sorted(offer.regions()));
        all.put("window", days(offer.window()));
        all.put("mode", offer.mode().name());
        all.put("barred", sorted(offer.terms().barred()));
        all.put("interpretation", offer.terms().interpretation());
        all.put("export-checked", offer.terms().exportChecked());
        return all;
    }

    private static List<String> sorted(Collection<String> all) {
        return List.copyOf(new TreeSet<>(all));
    }

    private static List<String> days(DaySpan span) {
        return List.of(day(span.from()), day(span.until()));
    }

    private static String day(LocalDate day) {
        return day.toString();
    }

    RoundJson only(String... names) {
        RoundRefused.unless(whole.keySet().equals(Set.of(names)), "fields");
        return this;
    }

    String text(String name) {
        if (whole.get(name) instanceof String text) return text;
        throw new RoundRefused(name);
    }

    int number(String name) {
        if (whole.get(name) instanceof Integer number) return number;
        throw new RoundRefused(name);
    }

    long whole(String name) {
        if (whole.get(name) instanceof Number number) return number.longValue();
        throw new RoundRefused(name);
    }

    boolean flag(String name) {
        if (whole.get(name) instanceof Boolean flag) return flag;
        throw new RoundRefused(name);
    }

    @SuppressWarnings("unchecked")
    RoundJson object(String name) {
        if (whole.get(name) instanceof Map<?, ?> object) return new RoundJson((Map<String, Object>) object);
        throw new RoundRefused(name);
    }

    @SuppressWarnings("unchecked")
    List<RoundJson> list(String name) {
        if (!(whole.get(name) instanceof List<?> list)) throw new RoundRefused(name);
        return list.stream()
                .map(it -> {
                    if (it instanceof Map<?, ?> object) return new RoundJson((Map<String, Object>) object);
                    throw new RoundRefused(name);
                })
                .toList();
    }

    List<Integer> numbers(String name) {
        if (!(whole.get(name) instanceof List<?> list)) throw new RoundRefused(name);
        return list.stream()
                .map(it -> {
                    if (it instanceof Integer number) return number;
                    throw new RoundRefused(name);
                })
                .toList();
    }
}
