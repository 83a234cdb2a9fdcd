package org.comity.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsigningJarsTest {

    @TempDir
    Path folder;

    @Test
    void a_signed_jar_loses_its_signature_and_keeps_what_it_holds_and_says_of_itself() throws Exception {
        var jar = jar("signed.jar", "META-INF/A.SF", "META-INF/A.RSA", "META-INF/versions/9/A.SF", "org/A.class");

        UnsigningJars.in(folder);

        try (var content = new JarFile(jar.toFile())) {
            assertThat(content.stream().map(ZipEntry::getName))
                    .contains("META-INF/versions/9/A.SF", "org/A.class")
                    .doesNotContain("META-INF/A.SF", "META-INF/A.RSA");
            assertThat(content.isMultiRelease()).isTrue();
            assertThat(content.getManifest().getEntries()).isEmpty();
        }
    }

    @Test
    void a_jar_without_a_signature_stays_as_it_is() throws Exception {
        var jar = jar("plain.jar", "org/A.class");
        byte[] before = Files.readAllBytes(jar);

        UnsigningJars.in(folder);

        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
    }

    private Path jar(String name, String... entries) throws IOException {
        var about = new Manifest();
        about.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        about.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        var digest = new Attributes();
        digest.putValue("SHA-256-Digest", "AAAA");
        about.getEntries().put("org/A.class", digest);
        var jar = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            about.write(zip);
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(UTF_8));
            }
        }
        return jar;
    }
}
