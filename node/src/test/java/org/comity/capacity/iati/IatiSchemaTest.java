package org.comity.capacity.iati;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** The official test files of IATI 2.03: all that should pass do, and all that should fail do. */
class IatiSchemaTest {

    private static final Path FILES = Path.of("src/test/resources/iati/iati-2.03-schema-tests.zip");

    @Test
    void the_official_files_are_judged_as_the_standard_says() throws IOException {
        List<String> wrong = new ArrayList<>();
        int passes = 0;
        int fails = 0;
        try (var zip = new ZipFile(FILES.toFile())) {
            for (var entry :
                    zip.stream().filter(it -> it.getName().endsWith(".xml")).toList()) {
                boolean should = entry.getName().contains("should-pass");
                boolean valid;
                try (var file = zip.getInputStream(entry)) {
                    valid = valid(file.readAllBytes());
                }
                if (valid != should) wrong.add(entry.getName());
                else if (should) passes++;
                else fails++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(passes).isEqualTo(233);
        assertThat(fails).isEqualTo(453);
    }

    private static boolean valid(byte[] bytes) {
        try {
            var document = IatiXml.read(bytes);
            var schema = document.getDocumentElement().getNodeName().equals("iati-organisations")
                    ? IatiSchema.ORGANISATIONS
                    : IatiSchema.ACTIVITIES;
            return schema.faults(document).isEmpty();
        } catch (SAXException none) {
            return false;
        }
    }
}
