package org.comity;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyingIT extends PagesOfOneNode {

    private static final Path VECTORS = Path.of("../docs/protocol/vectors");

    @ParameterizedTest
    @CsvSource({"en, 1280, true", "en, 320, false", "ar, 320, false"})
    void explore(String language, int width, boolean script) throws Exception {
        var own = sent("XD-1", ordinary(), "tolva").reference();
        try (var chair = chair("duty-officer", language, width, script)) {
            var at = language + width;
            chair.open("/requests/" + own + "/record");
            var export = chair.fetched("a[href$='/thread.zip']");
            chair.open("/verify", "x-verify-0-" + at);
            chair.upload("file", "own.zip", export);
            chair.press("form[action^='/verify'] button", "x-verify-own-" + at);
            System.out.println("OWN " + at + "\n" + chair.text());
            chair.open("/verify");
            chair.upload("file", "thread.zip", Files.readAllBytes(VECTORS.resolve("thread.zip")));
            chair.press("form[action^='/verify'] button", "x-verify-none-" + at);
            System.out.println("NONE " + at + "\n" + chair.text());
            for (String each : new String[] {"XA-1/seal=", "bad", "XC-1/seal="}) {
                chair.open("/verify");
                chair.upload("file", "thread.zip", Files.readAllBytes(VECTORS.resolve("thread.zip")));
                if (!script) chair.press("main form details summary");
                else chair.press("main form details summary");
                chair.fill("anchors", each.equals("bad") ? each : each + "0".repeat(64));
                chair.press(
                        "form[action^='/verify'] button", "x-verify-" + each.replaceAll("[^A-Za-z]", "") + "-" + at);
                System.out.println(each + " " + at + "\n" + chair.text());
            }
        }
    }
}
