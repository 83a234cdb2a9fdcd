package org.comity.sealing.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.proof.age.AgeHeader;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.age.HybridRecipient;
import org.comity.proof.form.P256Signature;
import org.comity.proof.item.ItemKey;
import org.comity.sealing.Sealing;
import org.comity.sealing.TimeStamps;
import org.comity.sealing.age.AgeFile;
import org.springframework.stereotype.Component;

/** Seals, encrypts and opens with the keys of this node. */
@Component
class NodeSealing implements Sealing {

    private final KeyFolder keys;
    private final TimeStamps stamps;
    private final SealingLimits limits;
    private final Clock clock;

    NodeSealing(KeyFolder keys, TimeStamps stamps, SealingLimits limits, Clock clock) {
        this.keys = keys;
        this.stamps = stamps;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public byte[] seal(Map<String, byte[]> files) {
        FilesToSeal.check(files, limits);
        return new SealingContainer(files, keys.sealTokens(), clock.instant()).seal(keys.sealKey(), stamps);
    }

    @Override
    public byte[] encrypt(byte[] plain, List<String> recipients) {
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("An age file needs a recipient");
        }
        try {
            return AgeFile.encrypt(
                    plain, recipients.stream().map(HybridRecipient::parse).toList());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("age file", e);
        }
    }

    @Override
    public byte[] open(byte[] ageFile) throws CannotOpen {
        if (ageFile.length > limits.largestAgeFile().toBytes()) {
            throw new CannotOpen("too-large");
        }
        if (!AgeFile.headerEndsWithin(ageFile, limits.largestAgeHeader().toBytes())) {
            throw new CannotOpen("header");
        }
        var identity = keys.identity();
        try {
            return AgeFile.decrypt(ageFile, identity);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // Bytes from outside: whatever the parsers throw, the file is not one for us.
            throw new CannotOpen("not-for-us-or-changed");
        }
    }

    @Override
    public ItemKey openItem(byte[] header) throws CannotOpen {
        var own = openItem(header, keys.identity());
        if (own.isPresent()) return own.get();
        return keys.earlierIdentities().stream()
                .flatMap(it -> openItem(header, it).stream())
                .findFirst()
                .orElseThrow(() -> new CannotOpen("not-for-us-or-changed"));
    }

    private static Optional<ItemKey> openItem(byte[] header, HybridIdentity identity) {
        try {
            return Optional.of(ItemKey.open(AgeHeader.of(header), identity));
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String signEntry(byte[] canonical) {
        return Base64.getEncoder().encodeToString(P256Signature.sign(keys.registerKey(), canonical));
    }
}
