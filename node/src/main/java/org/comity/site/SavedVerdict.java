package org.comity.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a verdict into a link that the browser saves as a file: it is in the answer already, since nothing of what was given is
 * kept here.
 *
 * @param at when it was checked
 * @param link {@code data:} with JSON
 */
public record SavedVerdict(Instant at, String link) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SavedVerdict of(VerdictView verdict, String file, Instant at) {
        var json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(said(verdict, file, at));
        return new SavedVerdict(
                at,
                "data:application/json;base64,"
                        + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> said(VerdictView verdict, String file, Instant at) {
        var json = new LinkedHashMap<String, Object>();
        json.put("file", Map.of("name", file, "sha256", verdict.sha256()));
        json.put("checkedAt", at.toString());
        json.put("anchors", verdict.known() ? "directory" : "given");
        json.put("result", verdict.result());
        var named = verdict.named();
        if (named != null) json.put("recordSays", recordSays(named));
        json.put(
                "checks",
                verdict.checks().stream()
                        .map(it -> Map.of(
                                "subject",
                                it.subject(),
                                "code",
                                it.code(),
                                "outcome",
                                it.outcome(),
                                "detail",
                                it.detail()))
                        .toList());
        return json;
    }

    private static Map<String, Object> recordSays(VerdictView.Named named) {
        var words = named.words();
        var json = new LinkedHashMap<String, Object>();
        json.put("reference", words.reference());
        json.put("participants", words.participants());
        json.put("procedure", words.procedure());
        json.put("acts", words.acts());
        json.put("from", words.from().toString());
        json.put("until", words.until().toString());
        return json;
    }
}
