package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is shipped, and under which licences, is on record: {@code THIRD-PARTY.txt} is what the build found. */
class ThirdPartyTest {

    private static final Path COMMITTED = Path.of("../THIRD-PARTY.txt");
    private static final Path FOUND = Path.of("target/third-party/THIRD-PARTY.txt");
    private static final Path NOTICE = Path.of("../NOTICE");

    /** The plugin has already refused licences that are not allowed. {@code -Dthird-party.write=1} takes over what it found. */
    @Test
    void every_library_that_is_shipped_is_listed_with_its_licence() throws IOException {
        assumeTrue(Files.exists(FOUND), "only the Maven build lists what is shipped");
        if (System.getProperty("third-party.write") != null) {
            Files.writeString(COMMITTED, Files.readString(FOUND).strip() + "\n");
        }

        assertThat(Files.readString(COMMITTED).strip().lines().toList())
                .isEqualTo(Files.readString(FOUND).strip().lines().toList());
    }

    /** Its POM names another licence (see {@code src/license/override.properties}). */
    @Test
    void spring_session_carries_the_apache_license() throws Exception {
        for (var part : new Class<?>[] {
            org.springframework.session.Session.class,
            org.springframework.session.jdbc.JdbcIndexedSessionRepository.class
        }) {
            var jar = Path.of(
                    part.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (var files = new java.util.zip.ZipFile(jar.toFile());
                    var licence = files.getInputStream(files.getEntry("META-INF/LICENSE.txt"))) {
                assertThat(new String(licence.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .contains("Apache License", "Version 2.0, January 2004");
            }
        }
    }

    @Test
    void every_folder_of_fonts_carries_its_licence_and_is_in_the_notice() throws IOException {
        for (var folder : new String[] {"src/main/resources/fonts", "src/main/resources/static/assets/fonts"}) {
            assertThat(Path.of(folder, "LICENSE-OFL.txt")).content().contains("SIL OPEN FONT LICENSE");
            try (var fonts = Files.list(Path.of(folder))) {
                assertThat(fonts.map(it -> it.getFileName().toString()).filter(it -> !it.endsWith(".txt")))
                        .isNotEmpty()
                        .allMatch(it -> it.matches("(NotoSans|NotoNaskhArabic|ibm-plex-(sans|mono|sans-arabic))-.*"));
            }
        }
        assertThat(Files.readString(NOTICE)).contains("Noto Sans", "IBM Plex", "THIRD-PARTY.txt");
    }
}
