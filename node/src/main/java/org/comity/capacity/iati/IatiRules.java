package org.comity.capacity.iati;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ruleset of IATI 2.03: what a schema cannot say, such as that percentages sum up and an end is not before its beginning. */
final class IatiRules {

    private final JsonNode rules;

    IatiRules() {
        try (InputStream file =
                Objects.requireNonNull(IatiRules.class.getResourceAsStream("/capacity/iati/rules.json"))) {
            rules = JsonMapper.builder().build().readTree(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Errors first, then warnings; a warning keeps nothing back.
     *
     * @param today dates after it lie in the future
     */
    Found faults(Document document, LocalDate today) {
        List<IatiFault> errors = new ArrayList<>();
        List<IatiFault> warnings = new ArrayList<>();
        var paths = new IatiPaths(today);
        for (var context : rules.propertyNames()) {
            for (var node : paths.nodes(document, context)) {
                var of = new IatiRule(paths, node);
                broken(of, Objects.requireNonNull(rules.get(context))).forEach(it -> {
                    var info = it.path("ruleInfo");
                    var fault = new IatiFault(
                            "rule",
                            info.path("id").asString(),
                            info.path("message").asString());
                    (info.path("severity").asString().equals("error") ? errors : warnings).add(fault);
                });
            }
        }
        return new Found(errors, warnings);
    }

    record Found(List<IatiFault> errors, List<IatiFault> warnings) {

        Found {
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
        }
    }

    /** The cases that do not hold at one element. */
    static List<JsonNode> broken(IatiRule of, JsonNode kinds) {
        List<JsonNode> broken = new ArrayList<>();
        for (var kind : kinds.propertyNames()) {
            for (var rule : kinds.path(kind).path("cases")) {
                if (kind.equals("loop")) {
                    of.loop(rule).forEach(each -> broken.addAll(broken(of, each)));
                } else if (of.applies(rule) && !of.holds(kind, rule)) {
                    broken.add(rule);
                }
            }
        }
        return broken;
    }
}
