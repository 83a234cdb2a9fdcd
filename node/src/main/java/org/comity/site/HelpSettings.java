package org.comity.site;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the page of help says of this node.
 *
 * @param contact whom to ask, as it is to stand there; empty: the administrator, without a name
 */
@Validated
@ConfigurationProperties("node.help")
record HelpSettings(
        @DefaultValue("") @NotNull @Size(max = 200) String contact) {}
