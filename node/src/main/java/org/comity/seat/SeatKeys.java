package org.comity.seat;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.directory.Directory;
import org.comity.identity.PracticeDoor;
import org.comity.proof.seat.SeatAssertion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks browsers for passkeys of seats, and reads what they give; bound to the pages of this node. */
@Component
class SeatKeys {

    private static final Logger log = LoggerFactory.getLogger(SeatKeys.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LARGEST = 20_000;
    private static final int CHALLENGE = 32;
    private static final int PATIENCE = 300_000;
    private static final int ES256 = -7;
    private static final int RS256 = -257;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager();
    private final URI origin;
    private final Directory directory;
    private final PracticeDoor door;

    SeatKeys(@Value("${node.origin}") URI origin, Directory directory, PracticeDoor door) {
        this.origin = origin;
        this.directory = directory;
        this.door = door;
    }

    /** @param key SubjectPublicKeyInfo */
    record Made(byte[] credential, byte[] key, boolean copied) {}

    static byte[] fresh() {
        var challenge = new byte[CHALLENGE];
        RANDOM.nextBytes(challenge);
        return challenge;
    }

    String origin() {
        return origin.toString();
    }

    /** Whether its key counts: one of practice, whose file anybody may have copied, only while this node practises. */
    boolean counts(SeatOfPerson seat) {
        return !seat.practice() || door.open();
    }

    /** Whether the person of that seat said this to those 32 bytes. */
    boolean prove(SeatOfPerson seat, SeatAssertion assertion, byte[] challenge) {
        return counts(seat) && assertion.proves(challenge, origin());
    }

    /** JSON for {@code navigator.credentials.create}. */
    String creationOptions(SeatOfPerson seat, byte[] challenge) {
        var self = directory.self();
        return JSON.writeValueAsString(Map.of(
                "rp",
                Map.of("id", origin.getHost(), "name", "Comity " + self.id()),
                "user",
                Map.of("id", text(seat.id().getBytes()), "name", seat.person(), "displayName", seat.name()),
                "challenge",
                text(challenge),
                "pubKeyCredParams",
                List.of(Map.of("type", "public-key", "alg", ES256), Map.of("type", "public-key", "alg", RS256)),
                "authenticatorSelection",
                Map.of("userVerification", "required", "residentKey", "required"),
                "attestation",
                "none",
                "timeout",
                PATIENCE));
    }

    /** JSON for {@code navigator.credentials.get}; without credentials any of this node may answer. */
    String requestOptions(byte[] challenge, List<byte[]> credentials) {
        return JSON.writeValueAsString(Map.of(
                "challenge",
                text(challenge),
                "rpId",
                origin.getHost(),
                "allowCredentials",
                credentials.stream()
                        .map(it -> Map.of("type", "public-key", "id", text(it)))
                        .toList(),
                "userVerification",
                "required",
                "timeout",
                PATIENCE));
    }

    /** @throws SeatRefused if it is no passkey that was made over the challenge on our pages, of a kind that seats have */
    Made made(byte[] challenge, String answer) {
        try {
            if (answer.length() > LARGEST) throw SeatRefused.notProved();
            var read = webAuthn.verifyRegistrationResponseJSON(
                    answer,
                    new RegistrationParameters(
                            new ServerProperty(
                                    Origin.create(origin()), origin.getHost(), new DefaultChallenge(challenge)),
                            List.of(parameter(COSEAlgorithmIdentifier.ES256), parameter(COSEAlgorithmIdentifier.RS256)),
                            true,
                            true));
            var data = Objects.requireNonNull(read.getAttestationObject()).getAuthenticatorData();
            var made = Objects.requireNonNull(data.getAttestedCredentialData());
            byte[] key =
                    Objects.requireNonNull(made.getCOSEKey().getPublicKey()).getEncoded();
            if (SeatAssertion.publicKey(key).isEmpty()) throw SeatRefused.notProved();
            return new Made(made.getCredentialId(), key, data.isFlagBE());
        } catch (VerificationException
                | DataConversionException
                | IllegalArgumentException
                | NullPointerException wrong) {
            log.info("a passkey for a seat was refused: {}", wrong.getClass().getSimpleName());
            throw SeatRefused.notProved();
        }
    }

    private static PublicKeyCredentialParameters parameter(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    /** What those options ask to be signed. */
    static byte[] challenge(String options) {
        return bytes(read(options).path("challenge"));
    }

    /** The credential that a browser's answer names. */
    static byte[] credential(String answer) {
        return bytes(read(answer).path("rawId"));
    }

    /** The assertion in a browser's answer, by this key. */
    static SeatAssertion assertion(String answer, byte[] key) {
        var read = read(answer);
        var response = read.path("response");
        return new SeatAssertion(
                bytes(response.path("authenticatorData")),
                bytes(response.path("clientDataJSON")),
                bytes(read.path("rawId")),
                key,
                bytes(response.path("signature")));
    }

    private static JsonNode read(String answer) {
        try {
            if (answer.length() <= LARGEST) return JSON.readTree(answer);
        } catch (JacksonException e) {
            // Said below.
        }
        throw SeatRefused.notProved();
    }

    private static byte[] bytes(JsonNode text) {
        try {
            if (text.isString()) return Base64.getUrlDecoder().decode(text.asString());
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw SeatRefused.notProved();
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
