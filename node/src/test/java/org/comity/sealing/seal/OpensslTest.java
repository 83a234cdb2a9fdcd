package org.comity.sealing.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.comity.sealing.KeyCeremony;
import org.comity.sealing.PracticeKeys;
import org.comity.sealing.Tool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seal checked on a machine that has openssl and sha256sum, and nothing of ours. */
class OpensslTest {

    private static final String SIGNATURE = "META-INF/signature001.p7s";
    private static final String MANIFEST = "META-INF/ASiCManifest001.xml";
    private static final Pattern REFERENCE =
            Pattern.compile("DataObjectReference [^>]*?URI=\"([^\"]+)\".*?DigestValue[^>]*>([^<]+)<", Pattern.DOTALL);

    @TempDir
    Path folder;

    @BeforeEach
    void unzipped() throws Exception {
        Tool.needs(Tool.installed("openssl"), "openssl");
        for (var file :
                Specimen.unzip(Specimen.stamping("XA-1").seal(Specimen.files())).entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    @Test
    void openssl_accepts_the_signature_over_the_manifest() {
        assertThat(verify("-cades").exit()).isZero();
    }

    @Test
    void openssl_refuses_a_changed_manifest() throws Exception {
        var manifest = Files.readString(folder.resolve(MANIFEST));
        Files.writeString(folder.resolve(MANIFEST), manifest.replace("act.pdf", "bct.pdf"));

        assertThat(verify("-cades").exit()).isNotZero();
    }

    @Test
    void openssl_refuses_the_seal_under_another_authority() throws Exception {
        var other = new KeyCeremony(Clock.systemUTC());
        other.practiceAuthority(folder.resolve("other"));

        assertThat(verify(folder.resolve("other/ca.pem"), "-cades").exit()).isNotZero();
    }

    @Test
    void the_manifest_names_every_file_with_the_digest_that_sha256sum_computes() throws Exception {
        var named = new HashMap<String, String>();
        var references = REFERENCE.matcher(Files.readString(folder.resolve(MANIFEST)));
        while (references.find()) {
            var digest = Base64.getDecoder().decode(references.group(2));
            named.put(
                    URLDecoder.decode(references.group(1), UTF_8),
                    HexFormat.of().formatHex(digest));
        }

        assertThat(named).isEqualTo(sha256sum());
    }

    @Test
    void openssl_accepts_the_time_stamp_over_the_signature_value() throws Exception {
        var signer = signer();
        Files.write(folder.resolve("value"), signer.getSignature());
        Files.write(folder.resolve("stamp.der"), stamp(signer));

        assertThat(stampVerified("value").exit()).isZero();

        Files.write(folder.resolve("another"), new byte[] {1, 2, 3});
        assertThat(stampVerified("another").exit()).isNotZero();
    }

    private Tool verify(String... more) {
        return verify(PracticeKeys.caPem(), more);
    }

    private Tool verify(Path ca, String... more) {
        var command = new ArrayList<>(List.of("openssl", "cms", "-verify", "-binary", "-inform", "DER"));
        command.addAll(List.of("-in", SIGNATURE, "-content", MANIFEST, "-CAfile", ca.toString()));
        command.addAll(List.of("-purpose", "any", "-out", "verified.xml"));
        command.addAll(List.of(more));
        return Tool.run(folder, command);
    }

    private Tool stampVerified(String data) {
        var ca = PracticeKeys.caPem().toString();
        return Tool.run(
                folder,
                List.of("openssl", "ts", "-verify", "-token_in", "-in", "stamp.der", "-data", data, "-CAfile", ca));
    }

    private Map<String, String> sha256sum() {
        var sums = new HashMap<String, String>();
        for (var name : Specimen.files().keySet()) {
            sums.put(
                    name,
                    Tool.run(folder, List.of("sha256sum", name))
                            .said()
                            .replace("\\", "")
                            .substring(0, 64));
        }
        return sums;
    }

    private SignerInformation signer() throws Exception {
        return new CMSSignedData(Files.readAllBytes(folder.resolve(SIGNATURE)))
                .getSignerInfos()
                .iterator()
                .next();
    }

    private static byte[] stamp(SignerInformation signer) throws IOException {
        return signer.getUnsignedAttributes()
                .get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                .getAttributeValues()[0]
                .toASN1Primitive()
                .getEncoded();
    }
}
