/**
 * The configuration catalogue and how it is read.
 *
 * <p>Every key stands once in {@code META-INF/microprofile-config.properties}, with its default and a comment; MicroProfile
 * Config lets environment variables, system properties and files override it on any server. A component reads its keys
 * once, at the start, into a record of its own.
 *
 * <p>A missing or wrong key stops the deployment with a {@link org.voiceagent.configuration.ConfigurationError} that names
 * the key and the ways out, never the value: values can be secrets, and error texts travel.
 *
 * <p>Trap: MicroProfile Config treats an empty value as absent, which is what {@code key=} in the catalogue relies on.
 */
package org.voiceagent.configuration;
