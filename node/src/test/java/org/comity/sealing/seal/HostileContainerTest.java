package org.comity.sealing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.Policy;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.Signature;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.proof.Malformed;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.Container;
import org.comity.sealing.PracticeKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A counterpart that seals rightly, and names a signature policy at an address of its choice. */
class HostileContainerTest {

    private final AtomicInteger called = new AtomicInteger();
    private final KeyFolder keys = new KeyFolder(PracticeKeys.folder("XB-1"));
    private HttpServer listening;

    @BeforeEach
    void listen() throws Exception {
        listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listening.createContext("/", exchange -> {
            called.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        listening.start();
    }

    @AfterEach
    void stop() {
        listening.stop(0);
    }

    @Test
    void the_address_of_a_signature_policy_is_never_called() throws Exception {
        var container = withPolicyAt(
                "http://127.0.0.1:%d/policy".formatted(listening.getAddress().getPort()));

        try {
            Container.read(container).verify(Anchor.of(keys.sealCertificate()));
        } catch (Malformed refusedOutright) {
            // Both are right, so long as nobody was called.
        }
        DssOracle.validate(container, PracticeKeys.authority().root());

        assertThat(called).hasValue(0);
    }

    private byte[] withPolicyAt(String address) throws Exception {
        var parameters = new ASiCWithCAdESSignatureParameters();
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(keys.sealCertificate()));
        parameters.setCertificateChain(new CertificateToken(keys.sealCertificate()));
        parameters.bLevel().setSignaturePolicy(policy(address));
        var files = new ActFiles()
                .all().entrySet().stream()
                        .map(file -> (DSSDocument) new InMemoryDocument(file.getValue(), file.getKey()))
                        .toList();
        var service = new ASiCWithCAdESService(new CommonCertificateVerifier());
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.sealKey());
        signature.update(service.getDataToSign(files, parameters).getBytes());
        var value = new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signature.sign());
        var out = new ByteArrayOutputStream();
        service.signDocument(files, parameters, value).writeTo(out);
        assertThat(new String(Specimen.unzip(out.toByteArray()).get("META-INF/signature001.p7s"), "ISO-8859-1"))
                .contains(address);
        return out.toByteArray();
    }

    private static Policy policy(String address) {
        var policy = new Policy();
        policy.setId("1.3.6.1.4.1.99999.7");
        policy.setDigestAlgorithm(DigestAlgorithm.SHA256);
        policy.setDigestValue(new byte[32]);
        policy.setSpuri(address);
        return policy;
    }
}
