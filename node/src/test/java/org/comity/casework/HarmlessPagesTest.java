package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

/** Words that turn the letters after them were taken in; no page on which they stand shows the letters turned. */
class HarmlessPagesTest extends Officers {

    private static final String TURNED = "\u202Egnp.exe";
    private static final String SHEET = "state,name,organisation,action,day,notification,source,article,text\n"
            + "XT,Turnland,,reservation,2026-02-03,P.C.N.777.2026,practice list,2,Only " + TURNED + "\n";
    private static final Pattern LINE = Pattern.compile("(?s).*name=\"line\" value=\"([0-9]+)\".*");

    @Test
    void no_page_shows_letters_in_another_order_than_they_were_written() throws Exception {
        var pages = new LinkedHashMap<String, String>();
        pages.put(request(), "second-officer");
        pages.put(room(), "duty-officer");
        pages.put("/treaty/lines", "second-officer");
        seen(pages);

        var waiting = page("second-officer", "/treaty/lines", "en");
        var line = LINE.matcher(waiting.substring(0, waiting.indexOf("P.C.N.777.2026")));
        assertThat(line.matches()).isTrue();
        redirected("second-officer", post("/treaty/lines").param("line", line.group(1)));
        seen(Map.of("/treaty/states/XT", "lawyer", "/public/en/treaty/" + line.group(1), "lawyer"));
    }

    private void seen(Map<String, String> pages) throws Exception {
        for (var each : pages.entrySet()) {
            assertThat(page(each.getValue(), each.getKey(), "en"))
                    .as(each.getKey())
                    .doesNotContain("\u202E")
                    .contains("U+202E", "gnp.exe");
        }
    }

    private String request() {
        var body = new HashMap<>(ordinary());
        body.putAll(Map.of("facts", TURNED, "offence", TURNED, "link", TURNED));
        return "/drafts/" + submitted("XB-1", body).id() + "/approve";
    }

    private String room() throws Exception {
        var id = "turned-" + token().substring(0, 6);
        redirected(
                "duty-officer",
                post("/rooms/held")
                        .param("id", id)
                        .param("title", "Turned")
                        .param("language", "en")
                        .param("terms", TURNED)
                        .param("label", "green"));
        var file = new MockMultipartFile("file", SHEET.getBytes(StandardCharsets.UTF_8));
        var sheet = redirected("duty-officer", multipart("/treaty/lines/import").file(file));
        redirected("duty-officer", post(sheet).param("all", "yes"));
        return "/rooms/held/" + id;
    }
}
