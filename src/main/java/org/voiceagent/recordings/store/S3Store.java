package org.voiceagent.recordings.store;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.voiceagent.conversation.entity.SessionRef;
import org.voiceagent.outbound.OutboundSettings;
import org.voiceagent.recordings.entity.KeptRecording;
import org.voiceagent.recordings.entity.RecordingName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Recordings as objects of a bucket. It asks nobody but the store: credentials and region are configured, so the client looks
 * for neither a machine's metadata nor the profiles of a user.
 */
final class S3Store implements RecordingStore {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final S3Place place;
    private final S3Client client;

    S3Store(S3Place place, OutboundSettings out) {
        this.place = place;
        this.client = client(place, http(place, out));
    }

    private static S3Client client(S3Place place, SdkHttpClient http) {
        AwsBasicCredentials credentials = AwsBasicCredentials.create(
                place.credentials().accessKey(), place.credentials().secretKey());
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(http)
                .region(Region.of(place.region()))
                .forcePathStyle(place.pathStyle())
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                // other stores know fewer checksums than Amazon's
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .addPlugin(LegacyMd5Plugin.create())
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .overrideConfiguration(limits(place.timeout()));
        place.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** A call that has failed is made again by the writer, later. */
    private static ClientOverrideConfiguration limits(Duration timeout) {
        return ClientOverrideConfiguration.builder()
                .apiCallTimeout(timeout)
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .defaultProfileFile(ProfileFile.aggregator().build())
                .build();
    }

    private static SdkHttpClient http(S3Place place, OutboundSettings out) {
        UrlConnectionHttpClient.Builder http =
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(place.timeout());
        out.trustManagers().ifPresent(managers -> http.tlsTrustManagersProvider(() -> managers));
        out.proxy()
                .ifPresent(proxy -> http.proxyConfiguration(ProxyConfiguration.builder()
                        .endpoint(URI.create("http://" + proxy.getHostString() + ":" + proxy.getPort()))
                        .build()));
        return http.build();
    }

    @Override
    public void put(RecordingName name, byte[] file) {
        PutObjectRequest.Builder put =
                PutObjectRequest.builder().bucket(place.bucket()).key(key(name)).contentType(name.mediaType());
        place.encryption().ifPresent(encryption -> {
            put.serverSideEncryption(encryption.method());
            encryption.key().ifPresent(put::ssekmsKeyId);
        });
        asked(() -> client.putObject(put.build(), RequestBody.fromBytes(file)));
    }

    @Override
    public List<KeptRecording> of(SessionRef session) {
        return asked(() -> objects(session.value() + RecordingName.WITHIN)
                .flatMap(object -> name(object).stream()
                        .map(name -> new KeptRecording(name, object.size(), object.lastModified())))
                .toList());
    }

    @Override
    public Optional<byte[]> read(RecordingName name) {
        return asked(() -> {
            try {
                return Optional.of(client.getObjectAsBytes(
                                get -> get.bucket(place.bucket()).key(key(name)))
                        .asByteArrayUnsafe());
            } catch (NoSuchKeyException none) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void erase(RecordingName name) {
        asked(() -> client.deleteObject(delete -> delete.bucket(place.bucket()).key(key(name))));
    }

    @Override
    public int erase(SessionRef session) {
        return delete(session.value() + RecordingName.WITHIN, object -> true);
    }

    @Override
    public void purge(Instant before) {
        delete("", object -> object.lastModified().isBefore(before));
    }

    /** Only what is named like a recording: the bucket may have other things in it. */
    private int delete(String within, Predicate<S3Object> wanted) {
        return asked(() ->
                client
                        .listObjectsV2Paginator(
                                list -> list.bucket(place.bucket()).prefix(place.prefix() + within))
                        .stream()
                        .map(page -> page.contents().stream()
                                .filter(object -> name(object).isPresent() && wanted.test(object))
                                .map(object -> ObjectIdentifier.builder()
                                        .key(object.key())
                                        .build())
                                .toList())
                        .filter(page -> !page.isEmpty())
                        .mapToInt(this::delete)
                        .sum());
    }

    private int delete(List<ObjectIdentifier> page) {
        DeleteObjectsResponse answer =
                client.deleteObjects(request -> request.bucket(place.bucket()).delete(all -> all.objects(page)));
        if (answer.hasErrors() && !answer.errors().isEmpty()) {
            throw new StoreUnavailable("not deleted: " + answer.errors().get(0).code());
        }
        return page.size();
    }

    private Stream<S3Object> objects(String within) {
        return client
                .listObjectsV2Paginator(list -> list.bucket(place.bucket()).prefix(place.prefix() + within))
                .contents()
                .stream();
    }

    private Optional<RecordingName> name(S3Object object) {
        return RecordingName.parse(object.key().substring(place.prefix().length()));
    }

    private String key(RecordingName name) {
        return place.prefix() + name.path();
    }

    @Override
    public String place() {
        String host = place.endpoint().map(URI::toString).orElse(place.region());
        return "s3 " + host + " " + place.bucket() + " " + place.prefix();
    }

    @Override
    public void close() {
        client.close();
    }

    private static <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failed) {
            throw new StoreUnavailable(reason(failed), failed);
        }
    }

    /** Its code where it has one; a message may hold what nobody should read. */
    private static String reason(SdkException failed) {
        return failed instanceof AwsServiceException refused && refused.awsErrorDetails() != null
                ? refused.awsErrorDetails().errorCode()
                : failed.getClass().getSimpleName();
    }
}
