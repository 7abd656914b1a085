package org.voiceagent.admin.control;

import java.util.Optional;

/**
 * What an admin says of a document beside its content.
 *
 * @param name of its file
 * @param mediaType without parameters
 * @param url where visitors can read it, where the document does not say it
 * @param language a BCP 47 tag, where the document does not say it
 */
public record Upload(String name, String mediaType, Optional<String> url, Optional<String> language) {}
