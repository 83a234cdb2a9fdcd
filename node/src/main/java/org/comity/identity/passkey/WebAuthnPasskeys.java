package org.comity.identity.passkey;

import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.comity.identity.person.Person;
import org.comity.identity.settings.IdentitySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** WebAuthn level 3 by Spring Security and webauthn4j, with challenges of our own choosing. */
@Component
class WebAuthnPasskeys implements Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(WebAuthnPasskeys.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> ATTESTATION =
            new TypeReference<>() {};
    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> ASSERTION =
            new TypeReference<>() {};

    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final PublicKeyCredentialRpEntity here;
    private final PasskeyRows rows;
    private final PasskeyHolders holders;
    private final Webauthn4JRelyingPartyOperations webAuthn;

    WebAuthnPasskeys(IdentitySettings settings, PasskeyRows rows, PasskeyHolders holders) {
        this.here = PublicKeyCredentialRpEntity.builder()
                .id(settings.origin().getHost())
                .name("Comity " + settings.id())
                .build();
        this.rows = rows;
        this.holders = holders;
        this.webAuthn = new Webauthn4JRelyingPartyOperations(
                holders, rows, here, Set.of(settings.origin().toString()));
    }

    @Override
    public String creationOptions(Person person, byte[] challenge) {
        return json.writeValueAsString(creation(holder(person), challenge));
    }

    @Override
    @Transactional
    public void register(Person person, byte[] challenge, String label, String credential) {
        var holder = holder(person);
        refusing(() -> webAuthn.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                creation(holder, challenge), new RelyingPartyPublicKey(read(credential, ATTESTATION), label))));
    }

    @Override
    public String requestOptions(byte[] challenge) {
        return json.writeValueAsString(request(challenge, List.of()));
    }

    @Override
    public String requestOptions(byte[] challenge, Person person) {
        return json.writeValueAsString(request(challenge, descriptors(holder(person))));
    }

    @Override
    @Transactional
    public Verified verify(byte[] challenge, String assertion) {
        return refusing(() -> {
            var read = read(assertion, ASSERTION);
            var holder =
                    webAuthn.authenticate(new RelyingPartyAuthenticationRequest(request(challenge, List.of()), read));
            return new Verified(holder.getName(), read.getRawId().getBytes());
        });
    }

    @Override
    public List<Passkey> of(String person) {
        var holder = holders.findByUsername(person);
        return holder == null
                ? List.of()
                : rows.findByUserId(holder.getId()).stream()
                        .map(it -> new Passkey(
                                it.getCredentialId().getBytes(), it.getLabel(), it.getCreated(), it.getLastUsed()))
                        .toList();
    }

    @Override
    public void rename(String person, byte[] credential, String label) {
        if (isOf(person, credential)) {
            rows.rename(new Bytes(credential), label);
        }
    }

    @Override
    public void remove(String person, byte[] credential) {
        if (isOf(person, credential)) {
            rows.delete(new Bytes(credential));
        }
    }

    @Override
    public void removeAll(String person) {
        rows.deleteOf(person);
    }

    private boolean isOf(String person, byte[] credential) {
        return of(person).stream().anyMatch(it -> Arrays.equals(it.credential(), credential));
    }

    private PublicKeyCredentialUserEntity holder(Person person) {
        var holder = holders.findByUsername(person.id());
        if (holder == null) {
            throw new PasskeyRefused();
        }
        return holder;
    }

    private PublicKeyCredentialCreationOptions creation(PublicKeyCredentialUserEntity holder, byte[] challenge) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(here)
                .user(holder)
                .challenge(new Bytes(challenge))
                .attestation(AttestationConveyancePreference.NONE)
                .pubKeyCredParams(PublicKeyCredentialParameters.ES256, PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build())
                .excludeCredentials(descriptors(holder))
                .timeout(PATIENCE)
                .build();
    }

    private PublicKeyCredentialRequestOptions request(byte[] challenge, List<PublicKeyCredentialDescriptor> allowed) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(here.getId())
                .challenge(new Bytes(challenge))
                .allowCredentials(allowed)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .timeout(PATIENCE)
                .build();
    }

    private List<PublicKeyCredentialDescriptor> descriptors(PublicKeyCredentialUserEntity holder) {
        return rows.findByUserId(holder.getId()).stream()
                .map(WebAuthnPasskeys::descriptor)
                .toList();
    }

    private static PublicKeyCredentialDescriptor descriptor(CredentialRecord passkey) {
        return PublicKeyCredentialDescriptor.builder()
                .id(passkey.getCredentialId())
                .transports(passkey.getTransports())
                .build();
    }

    private <T> T read(String text, TypeReference<T> type) {
        if (text.length() > LARGEST) {
            throw new PasskeyRefused();
        }
        return Objects.requireNonNull(json.readValue(text, type));
    }

    private static <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (VerificationException
                | DataConversionException
                | JacksonException
                | IllegalArgumentException
                | NullPointerException e) {
            LOG.info("A passkey was refused: {}", e.getClass().getSimpleName());
            throw new PasskeyRefused();
        }
    }
}
