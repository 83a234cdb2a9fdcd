package org.comity.proof.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.proof.OtherPrograms;
import org.comity.proof.verify.Vectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md tells a court to type, typed: rules R57, R58 and R64 by somebody else's program. */
class OpensslTest {

    private static final String MANIFEST = "META-INF/ASiCManifest001.xml";
    private static final String SIGNATURE = "META-INF/signature001.p7s";

    @TempDir
    Path folder;

    private Map<String, byte[]> files;

    @BeforeEach
    void unpack() throws IOException {
        OtherPrograms.need("openssl");
        files = StrictZip.read(
                Files.readAllBytes(Vectors.FOLDER.resolve("containers/stamped.asice")), Container.Limits.STANDARD);
        for (var each : files.entrySet()) {
            var file = folder.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
        Files.copy(Vectors.FOLDER.resolve("ca.pem"), folder.resolve("ca.pem"));
    }

    @Test
    void openssl_accepts_the_signature_and_refuses_another_manifest() throws Exception {
        assertThat(verifySignature()).isZero();
        Files.writeString(folder.resolve(MANIFEST), new String(files.get(MANIFEST)).replace("act.pdf", "bct.pdf"));
        assertThat(verifySignature()).isNotZero();
    }

    @Test
    void openssl_accepts_the_stamp_and_refuses_it_for_another_signature() throws Exception {
        var signature = Cades.read(files.get(SIGNATURE), files.get(MANIFEST));
        Files.write(folder.resolve("stamp.der"), signature.stamp().orElseThrow());
        Files.write(folder.resolve("value"), signature.value());
        assertThat(verifyStamp()).isZero();
        Files.write(folder.resolve("value"), new byte[] {1});
        assertThat(verifyStamp()).isNotZero();
    }

    private int verifySignature() throws Exception {
        return openssl(
                "cms",
                "-verify",
                "-cades",
                "-binary",
                "-inform",
                "DER",
                "-in",
                SIGNATURE,
                "-content",
                MANIFEST,
                "-CAfile",
                "ca.pem",
                "-purpose",
                "any",
                "-out",
                "verified",
                "-attime",
                attime());
    }

    private int verifyStamp() throws Exception {
        return openssl(
                "ts",
                "-verify",
                "-token_in",
                "-in",
                "stamp.der",
                "-data",
                "value",
                "-CAfile",
                "ca.pem",
                "-attime",
                attime());
    }

    private static String attime() {
        return Long.toString(TestCertificates.NOON.getEpochSecond());
    }

    private int openssl(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        int code = process.waitFor();
        System.out.print(code == 0 ? "" : said);
        return code;
    }
}
